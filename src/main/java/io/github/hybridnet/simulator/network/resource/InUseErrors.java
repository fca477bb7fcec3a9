package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.Collection;

/** Refusals to delete or attach a resource that another one uses. */
public final class InUseErrors {
  private InUseErrors() {}

  public static ArmException subnet(String name, String user) {
    return NetworkErrors.refused(
        "InUseSubnetCannotBeDeleted",
        ("Subnet %s is in use by %s and cannot be deleted. In order to delete the subnet, delete"
                + " all the resources within the subnet. See aka.ms/deletesubnet.")
            .formatted(name, user));
  }

  public static ArmException publicIp(Object id, String user) {
    return NetworkErrors.refused(
        "PublicIPAddressCannotBeDeleted",
        ("Public IP address %s can not be deleted since it is still allocated to resource %s. In"
                + " order to delete the public IP, disassociate/detach the Public IP address from"
                + " the resource.  To learn how to do this, see aka.ms/deletepublicip.")
            .formatted(id, user));
  }

  public static ArmException publicIpTaken(String user, Object id, String holder) {
    return NetworkErrors.refused(
        "PublicIPAddressInUse",
        ("Resource %s is referencing public IP address %s that is already allocated to resource"
                + " %s.")
            .formatted(user, id, holder));
  }

  public static ArmException securityGroup(Object id, Collection<String> users) {
    return NetworkErrors.refused(
        "InUseNetworkSecurityGroupCannotBeDeleted",
        ("Network security group %s cannot be deleted because it is in use by the following"
                + " resources: %s. In order to delete the Network security group, remove the"
                + " association with the resource(s). To learn how to do this, see"
                + " aka.ms/deletensg.")
            .formatted(id, String.join(", ", users)));
  }

  /** A gateway with connections: the code is reported by users, the text is not evidenced. */
  public static ArmException gateway(Object id, Collection<String> connections) {
    return NetworkErrors.refused(
        "VirtualNetworkGatewayCannotBeDeleted",
        "Virtual network gateway %s cannot be deleted because it is in use by the connections: %s."
            .formatted(id, String.join(", ", connections)));
  }

  /** A local gateway with connections: that it is refused is known, code and text are not. */
  public static ArmException localGateway(Object id, Collection<String> connections) {
    return NetworkErrors.refused(
        "LocalNetworkGatewayCannotBeDeleted",
        "Local network gateway %s cannot be deleted because it is in use by the connections: %s."
            .formatted(id, String.join(", ", connections)));
  }

  /** A circuit with connections: documented as refused, code and text are not evidenced. */
  public static ArmException circuit(Object id, Collection<String> connections) {
    return NetworkErrors.refused(
        "ExpressRouteCircuitCannotBeDeleted",
        "ExpressRoute circuit %s cannot be deleted because it is in use by the connections: %s."
            .formatted(id, String.join(", ", connections)));
  }

  /** A circuit that the provider still provides: the delete operation ends with this. */
  public static ArmException circuitNotDeprovisioned() {
    return ArmError.provider(
            409,
            "ConflictError",
            "The specified dedicated circuit is not in Deprovisioned state. Please initiate the"
                + " deprovisioning process with your service provider.")
        .exception();
  }
}
