package io.github.hybridnet.simulator.network.gateway;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;

/**
 * Refusals around failover tests. That they are refused follows from their meaning; codes and texts
 * are ours.
 */
final class SiteFailoverErrors {
  private SiteFailoverErrors() {}

  static ArmException notExpressRoute(Object gateway) {
    return NetworkErrors.refused(
        "ExpressRouteGatewayRequired", "Gateway %s is no ExpressRoute gateway.".formatted(gateway));
  }

  static ArmException unknownLocation(String location, Object gateway) {
    return NetworkErrors.refused(
        "FailoverTestPeeringLocationNotFound",
        "Gateway %s has no connection to a circuit at the peering location '%s'."
            .formatted(gateway, location));
  }

  static ArmException alreadyRunning(String location, Object gateway) {
    return conflict(
        "FailoverTestAlreadyRunning",
        "A failover test of gateway %s already runs for '%s'.".formatted(gateway, location));
  }

  static ArmException notRunning(String location, Object gateway) {
    return conflict(
        "FailoverTestNotRunning",
        "No failover test of gateway %s runs for '%s'.".formatted(gateway, location));
  }

  private static ArmException conflict(String code, String message) {
    return ArmError.provider(409, code, message).exception();
  }
}
