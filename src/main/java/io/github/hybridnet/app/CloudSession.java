package io.github.hybridnet.app;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Optional;

/** A cloud that a goal is signed in to, until it is closed. */
public interface CloudSession extends AutoCloseable {

  /** The cloud's name as the user gave it, such as {@code azure} or {@code simulator}. */
  String name();

  /** Whether created resources are billed; the simulator bills nothing. */
  default boolean bills() {
    return !name().equals("simulator");
  }

  /** The address of its resource manager. */
  String endpoint();

  /** The subscription that everything is deployed to. */
  String subscriptionId();

  /**
   * Cloud, tenant, subscription and identity, and where each came from: the first lines of a goal.
   */
  List<String> banner();

  /** How long the identity stays signed in, as far as is known now. */
  SignInLifetime signIn();

  /** The client that reads, writes and removes resources. */
  CloudClient cloud();

  /**
   * The availability zones of a region; empty when the cloud does not list the region.
   *
   * @throws io.github.hybridnet.arm.CloudException when the list cannot be read
   */
  Optional<List<String>> zonesOf(Region region);

  /** Reads the routing of gateways. */
  GatewayRoutingClient views();

  /** Answers the checks before a change. */
  ChangeGuardClient questions();

  /** What a failover drill needs in addition. */
  DrillCloud drills();

  /** What Azure sees from inside the network. */
  InsideViews inside();

  /**
   * Tells the simulated connectivity provider that a circuit is to be deprovisioned. Does nothing
   * in a real cloud, where the user tells the provider.
   */
  default void announceDeprovisioning(ResourceKey circuit) {}

  /** The secret itself; fetched when a Key Vault holds it. */
  Secret resolve(Secret secret);

  /**
   * Prepares a simulated cloud for a drill.
   *
   * @param network the virtual network's name
   * @return empty if there is nothing to prepare
   */
  default Optional<SimulatedDrillSetup> simulatedDrillSetup(String network) {
    return Optional.empty();
  }

  @Override
  void close();
}
