package io.github.hybridnet.simulator.network.body;

import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member that refers to another resource has the id of such a resource. Whether that
 * resource exists is asked later, when the body could be read.
 */
public final class ReferenceCheck {
  /** What members refer to; others are not looked at. */
  private static final Map<String, TypeName> TARGETS =
      Map.ofEntries(
          target("ddosProtectionPlan", "ddosProtectionPlans"),
          target("expressRoutePort", "expressRoutePorts"),
          target("gatewayDefaultSite", "localNetworkGateways"),
          target("localNetworkGateway2", "localNetworkGateways"),
          target("natGateway", "natGateways"),
          target("networkSecurityGroup", "networkSecurityGroups"),
          target("peer", "expressRouteCircuits"),
          target("publicIPAddress", "publicIPAddresses"),
          target("publicIPPrefix", "publicIPPrefixes"),
          target("remoteVirtualNetwork", "virtualNetworks"),
          target("routeFilter", "routeFilters"),
          target("routeTable", "routeTables"),
          target("subnet", "virtualNetworks/subnets"),
          target("virtualNetworkGateway1", "virtualNetworkGateways"),
          target("virtualNetworkGateway2", "virtualNetworkGateways"));

  private ReferenceCheck() {}

  private static Map.Entry<String, TypeName> target(String member, String type) {
    return Map.entry(member, TypeName.of("Microsoft.Network/" + type));
  }

  /**
   * What is wrong with a member that refers to another resource; empty for other members.
   *
   * @param id as it was sent; null if it was not
   */
  static Optional<Detail> mistake(MemberShape member, @Nullable String id, String path) {
    return target(member).flatMap(type -> mistake(id, type, path));
  }

  /** The type that a member refers to; empty for other members. */
  static Optional<TypeName> target(MemberShape member) {
    return Optional.ofNullable(TARGETS.get(member.name()));
  }

  /**
   * What is wrong with a reference to a resource of a type.
   *
   * @param id as it was sent; null if it was not
   */
  public static Optional<Detail> mistake(@Nullable String id, TypeName type, String path) {
    if (id == null || id.isBlank()) {
      return Optional.of(ReferenceErrors.missing(path));
    }
    Optional<ArmId> parsed = ArmId.parse(id).filter(ArmId::isResource);
    if (parsed.isEmpty()) {
      return Optional.of(ReferenceErrors.malformed(id, type, path));
    }
    return parsed.get().type().equals(type)
        ? Optional.empty()
        : Optional.of(ReferenceErrors.wrongType(id, type, path));
  }
}
