package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which cloud a goal is to sign in to, and how.
 *
 * @param cloud the cloud's name, or an address
 * @param subscriptionId the subscription, or null
 * @param tenantId the tenant, or null
 * @param authType how to sign in
 * @param managedIdentity which of the machine's identities
 * @param serverId the server of settings.xml with a service principal, or null
 * @param caCertificates PEM to trust, or null
 * @param simulator the simulator that is started where none runs, for when the cloud is one
 */
public record CloudRequest(
    String cloud,
    @Nullable String subscriptionId,
    @Nullable String tenantId,
    String authType,
    ManagedIdentityParameters managedIdentity,
    @Nullable String serverId,
    @Nullable Path caCertificates,
    SimulatorOptions simulator) {}
