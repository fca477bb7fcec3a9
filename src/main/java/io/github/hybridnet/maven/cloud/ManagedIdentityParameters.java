package io.github.hybridnet.maven.cloud;

import org.jspecify.annotations.Nullable;

/**
 * Which of the machine's identities signs in; at most one of them is set.
 *
 * @param clientId its client id, or null
 * @param objectId its object id, or null
 * @param resourceId the id of its resource, or null
 */
public record ManagedIdentityParameters(
    @Nullable String clientId, @Nullable String objectId, @Nullable String resourceId) {}
