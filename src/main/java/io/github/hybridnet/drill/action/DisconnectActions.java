package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disconnect methods, and which one is used. */
public final class DisconnectActions {
  private DisconnectActions() {}

  /** Whether an undo fails for want of something that no repetition in this run brings. */
  public static boolean isFinalFailure(CloudException failure) {
    return failure.status() == 0 && OwnErrorCode.RESTORE_LACKS.contains(failure.code());
  }

  /** A disconnect method for a network. */
  public static DisconnectAction of(
      DisconnectMethod kind, DrillPorts drillPorts, DrillTarget target, DisconnectOptions options) {
    return of(kind, new DisconnectContext(drillPorts, target, options), true);
  }

  private static DisconnectAction of(
      DisconnectMethod kind, DisconnectContext context, boolean declared) {
    return switch (kind) {
      case PEERING -> new PeeringDisconnect(context);
      case CONNECTION -> new ConnectionDisconnect(context);
      case SITE_SIMULATION -> new SiteSimulationDisconnect(context, declared);
    };
  }

  /**
   * The action that restores ExpressRoute after a recorded drill. Where the declaration is about
   * something else meanwhile, it restores what needs no declaration.
   *
   * @param moved the resource that the drill disconnected
   */
  public static DisconnectAction forRestore(
      DisconnectMethod kind,
      ResourceKey moved,
      DrillPorts drillPorts,
      DrillTarget target,
      DisconnectOptions options) {
    DisconnectAction declared = of(kind, drillPorts, target, options);
    return declared.target().isSame(moved)
        ? declared
        : of(
            kind,
            new DisconnectContext(drillPorts, elsewhere(kind, moved, target), options),
            false);
  }

  private static DrillTarget elsewhere(
      DisconnectMethod kind, ResourceKey moved, DrillTarget target) {
    ConnectedGateway connectedGateway = target.expressRoute();
    TargetCircuit circuit = target.circuit();
    switch (kind) {
      case PEERING -> {
        String name = moved.name().substring(0, Math.max(0, moved.name().indexOf('/')));
        ResourceKey key =
            new ResourceKey(
                moved.subscriptionId(), moved.resourceGroup(), ResourceType.CIRCUIT, name);
        circuit = new TargetCircuit(key, false, Optional.empty());
      }
      case CONNECTION ->
          connectedGateway =
              new ConnectedGateway(
                  connectedGateway.gateway(),
                  new DeclaredResource(
                      moved, Map.of(), List.of(), DeclaredResource.WriteRules.locking(moved)));
      case SITE_SIMULATION ->
          connectedGateway = new ConnectedGateway(moved, connectedGateway.connection());
    }
    return new DrillTarget(
        target.group(), connectedGateway, target.vpn(), target.localNetworkGateway(), circuit);
  }

  /**
   * The method that is used where the user names none: the peering where it is declared, or where
   * the user says that it has no MD5 key; otherwise what is ours in any case, the connection. A
   * peering that is not declared is mostly the provider's.
   */
  public static DisconnectMethod defaultMethod(DrillTarget target, boolean noPeeringKey) {
    TargetCircuit circuit = target.circuit();
    return circuit.ours() && (noPeeringKey || circuit.declaredPeering().isPresent())
        ? DisconnectMethod.PEERING
        : DisconnectMethod.CONNECTION;
  }
}
