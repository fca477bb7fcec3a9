package io.github.hybridnet.arm;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A resource as Azure has it.
 *
 * @param key which resource, by the name that the service gives it
 * @param etag the version to write against, or null where the type has none
 * @param provisioningState that of the last write: {@code Succeeded}, {@code Updating}, {@code
 *     Deleting}, {@code Failed}, {@code Canceled} and others
 * @param body its writable properties in the shape of Azure Resource Manager, with {@link
 *     io.github.hybridnet.model.Secret} for secret values
 * @param observed what the service alone says, such as {@code connectionStatus} or {@code
 *     ipAddress}
 */
public record ActualResource(
    ResourceKey key,
    @Nullable String etag,
    String provisioningState,
    Map<String, Object> body,
    Map<String, Object> observed) {
  /** What a resource keeps as long as it exists. */
  private static final String IDENTITY = "resourceGuid";

  /**
   * Whether its last write has failed or was canceled. A second write mends that. What was written
   * before may work all the same.
   */
  public boolean isBroken() {
    return ProvisioningState.of(provisioningState).isBroken();
  }

  /** Whether an operation is creating, changing or deleting it. */
  public boolean isChanging() {
    return ProvisioningState.of(provisioningState).isChanging();
  }

  /** The members of its {@code properties}; an empty view where it has none. */
  public ResourceBody properties() {
    return new ResourceBody(body).body("properties");
  }

  /**
   * What the service alone says of it, such as {@code connectionStatus}.
   *
   * @return empty where the member is missing, null, blank or {@code Unknown}
   */
  public Optional<String> observedState(String name) {
    return Optional.ofNullable(observed.get(name))
        .map(value -> value.toString().strip())
        .filter(state -> !state.isEmpty() && !state.equalsIgnoreCase("Unknown"));
  }

  /** What the service alone says of it as a number; empty where it does not. */
  public OptionalLong observedNumber(String name) {
    return observed.get(name) instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  /** The same resource with another body. */
  public ActualResource withBody(Map<String, Object> other) {
    return new ActualResource(key, etag, provisioningState, other, observed);
  }

  /**
   * Whether this is known to be another resource than one that had the same id: its {@code
   * resourceGuid}, which a resource keeps as long as it exists, differs.
   */
  public boolean isAnotherThan(ActualResource earlier) {
    Object before = earlier.observed().get(IDENTITY);
    Object now = observed().get(IDENTITY);
    return before != null && now != null && !before.equals(now);
  }
}
