package io.github.hybridnet.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it stands.
 *
 * @param key which resource, by the name that the service gives it
 * @param etag the version to write against, or null where the type has none
 * @param provisioningState {@code Succeeded}, {@code Updating}, {@code Deleting} or {@code Failed}
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
    Map<String, Object> observed) {}
