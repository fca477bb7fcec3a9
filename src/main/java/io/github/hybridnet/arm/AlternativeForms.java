package io.github.hybridnet.arm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Properties that Azure knows in several forms, of which a resource has one: a prefix or a list of
 * prefixes, an address or a name.
 */
public final class AlternativeForms {
  /**
   * BGP addresses of a gateway as one text; an active-active gateway has the addresses of both
   * instances in it, with a comma between them. The list form has the customer's own addresses of
   * each instance.
   */
  public static final String BGP_ADDRESS = "bgpPeeringAddress";

  private static final String SUBNET_PREFIX = "addressPrefix";

  private static final List<Set<String>> FORMS =
      List.of(
          Set.of("gatewayIpAddress", "fqdn"),
          Set.of(SUBNET_PREFIX, "addressPrefixes"),
          Set.of("sourceAddressPrefix", "sourceAddressPrefixes", "sourceApplicationSecurityGroups"),
          Set.of(
              "destinationAddressPrefix",
              "destinationAddressPrefixes",
              "destinationApplicationSecurityGroups"),
          Set.of("sourcePortRange", "sourcePortRanges"),
          Set.of("destinationPortRange", "destinationPortRanges"));

  private AlternativeForms() {}

  /**
   * Whether a declared value is already the one element of the list form. In a subnet's list it may
   * be one of several: the others are of the other IP version.
   */
  public static boolean standsAsList(String name, Object declared, Map<String, Object> actual) {
    if (name.equals(BGP_ADDRESS)) {
      return containsBgpAddresses(declared, actual);
    }
    if (actual.get(name) != null || !(actual.get(plural(name)) instanceof List<?> list)) {
      return false;
    }
    return (list.size() == 1 || name.equals(SUBNET_PREFIX))
        && list.stream().anyMatch(e -> ArmEquality.same(name, declared, e));
  }

  /**
   * Removes the forms that a declared property takes the place of. Several prefixes of a subnet are
   * left for Azure to refuse: one of them may belong to somebody else.
   */
  static void makeRoom(String name, Map<String, Object> merged) {
    for (Set<String> forms : FORMS) {
      if (forms.contains(name)) {
        forms.stream()
            .filter(form -> !form.equals(name))
            .filter(form -> !(name.equals(SUBNET_PREFIX) && hasSeveral(merged.get(form))))
            .forEach(merged::remove);
      }
    }
  }

  /** Whether the declared addresses are among the actual ones. */
  private static boolean containsBgpAddresses(Object declared, Map<String, Object> actual) {
    Set<String> known =
        Stream.concat(
                split(String.valueOf(actual.get(BGP_ADDRESS))),
                ResourceBody.maps(actual.get("bgpPeeringAddresses")).stream()
                    .flatMap(AlternativeForms::ownBgpAddresses))
            .collect(Collectors.toSet());
    return split(declared.toString()).allMatch(known::contains);
  }

  /** The customer's own BGP addresses of an instance. */
  public static Stream<String> ownBgpAddresses(Map<String, Object> instance) {
    return new ResourceBody(instance).texts("customBgpIpAddresses").stream();
  }

  private static Stream<String> split(String addresses) {
    return Arrays.stream(addresses.split(",")).map(String::strip);
  }

  private static boolean hasSeveral(@Nullable Object value) {
    return value instanceof List<?> list && list.size() > 1;
  }

  private static String plural(String name) {
    return name.endsWith("Prefix") ? name + "es" : name + "s";
  }
}
