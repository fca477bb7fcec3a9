package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.DrillTarget.Leg;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The levers. */
public final class Levers {
  /** What this run lacks to undo a lever. */
  private static final Set<String> LACKING =
      Set.of(
          "ConnectionNotDeclared",
          "GatewayNotDeclared",
          "AuthorizationKeyNotFetched",
          "PeeringKeyNotFetched",
          "PeeringKeyUnknown");

  private Levers() {}

  /** Whether an undo fails for want of something that no repetition in this run brings. */
  public static boolean isFinal(CloudException failure) {
    return failure.status() == 0 && LACKING.contains(failure.code());
  }

  /** A lever for a network. */
  public static Lever of(LeverKind kind, Ports ports, DrillTarget target, LeverWorkings workings) {
    return of(kind, new Work(ports, target, workings), true);
  }

  private static Lever of(LeverKind kind, Work work, boolean declared) {
    return switch (kind) {
      case PEERING -> new PeeringLever(work);
      case CONNECTION -> new ConnectionLever(work);
      case SITE_SIMULATION -> new SiteSimulationLever(work, declared);
    };
  }

  /**
   * The lever that undoes a drill that was found. Where the declaration is about something else
   * meanwhile, what can be undone without it is.
   *
   * @param moved what the drill's lever moved
   */
  public static Lever undoing(
      LeverKind kind, ResourceKey moved, Ports ports, DrillTarget target, LeverWorkings workings) {
    Lever declared = of(kind, ports, target, workings);
    return declared.target().isSame(moved)
        ? declared
        : of(kind, new Work(ports, elsewhere(kind, moved, target), workings), false);
  }

  private static DrillTarget elsewhere(LeverKind kind, ResourceKey moved, DrillTarget target) {
    Leg leg = target.expressRoute();
    DrilledCircuit circuit = target.circuit();
    switch (kind) {
      case PEERING -> {
        String name = moved.name().substring(0, Math.max(0, moved.name().indexOf('/')));
        ResourceKey key =
            new ResourceKey(
                moved.subscriptionId(), moved.resourceGroup(), ResourceType.CIRCUIT, name);
        circuit = new DrilledCircuit(key, false, Optional.empty());
      }
      case CONNECTION ->
          leg =
              new Leg(
                  leg.gateway(),
                  new DesiredResource(
                      moved, Map.of(), List.of(), DesiredResource.WriteRules.locking(moved)));
      case SITE_SIMULATION -> leg = new Leg(moved, leg.connection());
    }
    return new DrillTarget(
        target.group(), leg, target.vpn(), target.localNetworkGateway(), circuit);
  }

  /**
   * The lever that is used where the user names none: the peering where it is declared, or where
   * the user says that it has no MD5 key; otherwise what is ours in any case, the connection. A
   * peering that is not declared is mostly the provider's.
   */
  public static LeverKind usual(DrillTarget target, boolean noPeeringKey) {
    DrilledCircuit circuit = target.circuit();
    return circuit.ours() && (noPeeringKey || circuit.declaredPeering().isPresent())
        ? LeverKind.PEERING
        : LeverKind.CONNECTION;
  }
}
