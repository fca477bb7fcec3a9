package io.github.hybridnet.azure.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The cloud and the tenant to sign in to.
 *
 * @param target which cloud
 * @param targetSource where that came from
 * @param caCertificates a PEM file with certificate authorities, or null: for an endpoint of the
 *     user's the only ones that are trusted, for Microsoft's clouds additional ones
 * @param subscriptionId the subscription, or null to take the only one that the identity sees
 * @param tenantId the tenant, or null to take the credential's own
 */
public record CloudSettings(
    CloudTarget target,
    String targetSource,
    @Nullable Path caCertificates,
    @Nullable SourcedValue subscriptionId,
    @Nullable SourcedValue tenantId) {}
