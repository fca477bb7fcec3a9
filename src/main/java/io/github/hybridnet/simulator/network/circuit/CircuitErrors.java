package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;

/** Errors about ExpressRoute circuits, their peerings and the connections to them. */
public final class CircuitErrors {
  private CircuitErrors() {}

  static ArmException unknownProvider(String provider, Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitServiceProviderDoesNotExist",
        "The Service Provider %s specified for Express Route Circuit %s does not exist."
            .formatted(provider, circuit));
  }

  /** A location that the provider does not serve: refused, code and text not evidenced. */
  static ArmException unknownLocation(String location, String provider, Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitPeeringLocationDoesNotExist",
        ("The Peering Location %s specified for Express Route Circuit %s is not offered by Service"
                + " Provider %s.")
            .formatted(location, circuit, provider));
  }

  /** A bandwidth that the provider does not offer: refused, code and text not evidenced. */
  static ArmException unknownBandwidth(int bandwidth, String provider, Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitBandwidthNotOffered",
        ("The Bandwidth %d Mbps specified for Express Route Circuit %s is not offered by Service"
                + " Provider %s.")
            .formatted(bandwidth, circuit, provider));
  }

  /** Bandwidth can only grow: documented, code and text not evidenced. */
  static ArmException bandwidthDecreased(int from, int to, Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitBandwidthCannotBeDecreased",
        "The Bandwidth of Express Route Circuit %s cannot be decreased from %d to %d Mbps."
            .formatted(circuit, from, to));
  }

  /** A change of the SKU in the wrong direction: documented, code and text not evidenced. */
  static ArmException skuChangeNotAllowed(String from, String to, ObjectNode circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitSkuChangeNotAllowed",
        "The Sku of Express Route Circuit %s cannot be changed from %s to %s."
            .formatted(ResourceReference.idOf(circuit), from, to));
  }

  /** The text is that of a public report; the code is not evidenced. */
  static ArmException noMicrosoftConfig(Object peering) {
    return NetworkErrors.refused(
        "MicrosoftPeeringConfigNotSpecified",
        "Microsoft Peering Config is not specified for Express Route Bgp Peering %s."
            .formatted(peering));
  }

  /** A connection goes on between the ends that it has (Azure/azure-cli issue 9447). */
  public static ArmException peerChanged(String gateway, String circuit, Object connection) {
    return NetworkErrors.refused(
        "ExpressRouteConnectionPeerCannotBeChanged",
        "Connection's peer cannot be changed. Please use %s and %s as endpoints for connection %s."
            .formatted(gateway, circuit, connection));
  }

  /** Recorded by the Azure CLI in 2021: a connection to another circuit. */
  static ArmException initiatorNotProvisioned(ArmId circuit, ObjectNode stored) {
    return NetworkErrors.refused(
        "InitiatingCircuitNotProvisioned",
        ("Put Global Reach Connection Initiating Circuit Subscription = %s, ServiceKey = %s is Not"
                + " Provisioned. Current Status %s")
            .formatted(
                circuit.subscription(),
                StoredCircuits.serviceKey(stored),
                StoredCircuits.providerState(stored)));
  }

  /** The last operation on a circuit or inside it failed, and the circuit was not repaired. */
  static ArmException parentFailed(Object child, String operation) {
    return NetworkErrors.refused(
        "ParentResourceIsInFailedState",
        ("PUT operation on child resource %s is blocked because last operation (%s) on parent"
                + " resource failed leaving it in failed state. Run PUT operation on the parent,"
                + " then retry operation on the child.")
            .formatted(child, operation));
  }

  public static ArmException notProvisioned(String state, String serviceKey) {
    return ArmError.provider(
            400,
            "ServiceProviderNotProvisioned",
            ("The current cross connection provisioning state '%s' of this service key '%s'"
                    + " prevents this operation.")
                .formatted(state, serviceKey))
        .exception();
  }

  /** The circuit of a connection was deleted before the connection was made. */
  public static ArmException vanished(Object connection) {
    return NetworkErrors.refused(
        "InvalidResourceReference",
        "The ExpressRoute circuit referenced by resource %s was not found.".formatted(connection));
  }

  /** The service puts a blank before this code and this text. */
  static ArmException microsoftPeeringNeedsPremium(String tier) {
    return NetworkErrors.refused(
        " InvalidSkuTypeForMicrosoftPeering",
        " Invalid SkuType %s for creating Microsoft Peering.".formatted(tier));
  }

  /** A connection to a circuit without private peering: refused, code and text not evidenced. */
  public static ArmException noPrivatePeering(Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitPrivatePeeringNotFound",
        "Express Route Circuit %s has no AzurePrivatePeering.".formatted(circuit));
  }

  /** An authorization that the circuit never gave: refused, code and text not evidenced. */
  static ArmException unknownAuthorization(Object circuit) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitAuthorizationNotFound",
        "The authorization key does not belong to Express Route Circuit %s or is already used."
            .formatted(circuit));
  }
}
