package io.github.hybridnet.plan;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is room for a GatewaySubnet whose prefix changes. Azure looks only after the
 * gateways have been removed for it.
 */
public final class NewGatewaySubnet {
  private NewGatewaySubnet() {}

  /**
   * Addresses that are taken.
   *
   * @param network the virtual network
   * @param declared the prefix that the GatewaySubnet shall have
   * @param subnet the subnet that has addresses of it
   * @param prefix the prefix of that subnet
   */
  public record Taken(ResourceKey network, String declared, String subnet, String prefix) {}

  /** The subnet that nobody declared and that has addresses of the new one, if there is one. */
  public static Optional<Taken> taken(Plan plan) {
    return plan.changes().stream()
        .filter(Replacements::changesGatewaySubnet)
        .flatMap(NewGatewaySubnet::taken)
        .findFirst();
  }

  private static Stream<Taken> taken(Change change) {
    ActualResource actual = change.actual();
    List<Map<String, Object>> declared = Parts.elements(change.desired().body(), "subnets");
    String wanted =
        declared.stream()
            .filter(s -> Subnet.GATEWAY_SUBNET.equalsIgnoreCase(Parts.name(s)))
            .flatMap(NewGatewaySubnet::prefixes)
            .findFirst()
            .orElse("");
    return actual == null
        ? Stream.empty()
        : Parts.elements(actual.body(), "subnets").stream()
            .filter(s -> declared.stream().noneMatch(d -> isSame(d, s)))
            .flatMap(
                s ->
                    prefixes(s)
                        .filter(p -> new Cidr(p).overlaps(new Cidr(wanted)))
                        .map(p -> new Taken(change.key(), wanted, Parts.name(s), p)));
  }

  private static boolean isSame(Map<String, Object> declared, Map<String, Object> standing) {
    return Parts.name(declared).equalsIgnoreCase(Parts.name(standing));
  }

  private static Stream<String> prefixes(Map<String, Object> subnet) {
    Map<String, Object> properties = Bodies.map(subnet.get("properties"));
    Stream<?> several =
        properties.get("addressPrefixes") instanceof List<?> list ? list.stream() : Stream.of();
    return Stream.concat(Stream.ofNullable(properties.get("addressPrefix")), several)
        .map(String::valueOf);
  }
}
