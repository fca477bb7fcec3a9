package io.github.hybridnet.arm;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it stands.
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
  private static final Set<String> BROKEN = Set.of("failed", "canceled", "cancelled");

  /**
   * Whether its last write has failed or was canceled. A second write mends that. What was written
   * before may work all the same.
   */
  public boolean isBroken() {
    return BROKEN.contains(provisioningState.toLowerCase(Locale.ROOT));
  }
}
