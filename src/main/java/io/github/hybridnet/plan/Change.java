package io.github.hybridnet.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to one resource.
 *
 * @param action create, update in place or nothing
 * @param desired the resource as declared
 * @param actual as it stands, or null
 * @param differences what differs, empty when created or unchanged
 */
public record Change(
    Action action,
    DesiredResource desired,
    @Nullable ActualResource actual,
    List<Difference> differences) {

  /** Copies the list. */
  public Change {
    differences = List.copyOf(differences);
  }

  /** What is done. */
  public enum Action {
    /** It does not exist. */
    CREATE,
    /** It differs and can be changed where it stands. */
    UPDATE,
    /** It is as declared, and is not written. */
    UNCHANGED
  }

  /** Which resource. */
  public ResourceKey key() {
    return desired.key();
  }
}
