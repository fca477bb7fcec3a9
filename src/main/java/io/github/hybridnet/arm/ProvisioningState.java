package io.github.hybridnet.arm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of the last write of a resource, or of an operation. The enumeration {@code
 * ProvisioningState} of the network provider's description names these; both spellings of {@code
 * Canceled} are answered.
 */
public enum ProvisioningState {
  /** The last write has succeeded. */
  SUCCEEDED,
  /** The last write has failed. What was written before may still work. */
  FAILED,
  /** The last write was canceled. */
  CANCELED,
  /** The resource is being created. */
  CREATING,
  /** The resource is being changed. */
  UPDATING,
  /** The resource is being deleted. */
  DELETING,
  /** Any other text, or none. Nothing follows from such a state. */
  OTHER;

  /** The state that a text names, without regard to case. */
  public static ProvisioningState of(@Nullable String text) {
    return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
      case "succeeded" -> SUCCEEDED;
      case "failed" -> FAILED;
      case "canceled", "cancelled" -> CANCELED;
      case "creating" -> CREATING;
      case "updating" -> UPDATING;
      case "deleting" -> DELETING;
      default -> OTHER;
    };
  }

  /** Whether an operation is known to go on. */
  public boolean isChanging() {
    return this == CREATING || this == UPDATING || this == DELETING;
  }

  /** Whether the last write has failed or was canceled. */
  public boolean isBroken() {
    return this == FAILED || this == CANCELED;
  }
}
