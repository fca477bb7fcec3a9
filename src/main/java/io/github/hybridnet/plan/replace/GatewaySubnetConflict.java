package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is room for a GatewaySubnet whose prefix changes. Azure looks only after the
 * gateways have been removed for it.
 */
public final class GatewaySubnetConflict {
  private GatewaySubnetConflict() {}

  /**
   * Addresses that are taken.
   *
   * @param network the virtual network
   * @param declared the prefix that the GatewaySubnet shall have
   * @param subnet the subnet that has addresses of it
   * @param prefix the prefix of that subnet
   */
  public record TakenPrefix(ResourceKey network, String declared, String subnet, String prefix) {}

  /** The subnet that nobody declared and that has addresses of the new one, if there is one. */
  public static Optional<TakenPrefix> taken(Plan plan) {
    return plan.changes().stream()
        .filter(ResourceChange::changesGatewaySubnet)
        .flatMap(GatewaySubnetConflict::taken)
        .findFirst();
  }

  private static Stream<TakenPrefix> taken(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    List<Map<String, Object>> declared =
        ChildResources.elements(resourceChange.declared().body(), "subnets");
    String wanted =
        declared.stream()
            .filter(s -> Subnet.GATEWAY_SUBNET.equalsIgnoreCase(ChildResources.name(s)))
            .flatMap(GatewaySubnetConflict::prefixes)
            .findFirst()
            .orElse("");
    return actual == null
        ? Stream.empty()
        : ChildResources.elements(actual.body(), "subnets").stream()
            .filter(s -> declared.stream().noneMatch(d -> isSame(d, s)))
            .flatMap(
                s ->
                    prefixes(s)
                        .filter(p -> new Cidr(p).overlaps(new Cidr(wanted)))
                        .map(
                            p ->
                                new TakenPrefix(
                                    resourceChange.key(), wanted, ChildResources.name(s), p)));
  }

  private static boolean isSame(Map<String, Object> declared, Map<String, Object> actual) {
    return ChildResources.name(declared).equalsIgnoreCase(ChildResources.name(actual));
  }

  private static Stream<String> prefixes(Map<String, Object> subnet) {
    ResourceBody properties = new ResourceBody(subnet).properties();
    return Stream.concat(
            Stream.ofNullable(properties.value("addressPrefix")),
            properties.list("addressPrefixes").stream())
        .map(String::valueOf);
  }
}
