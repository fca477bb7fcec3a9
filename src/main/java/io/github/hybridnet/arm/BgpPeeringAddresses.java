package io.github.hybridnet.arm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * BGP addresses of a gateway: one text, which for an active-active gateway holds the addresses of
 * both instances with a comma between them, and lists of the customer's own for each instance.
 */
public final class BgpPeeringAddresses {
  public static final String NAME = "bgpPeeringAddress";

  private BgpPeeringAddresses() {}

  /** Whether the declared addresses are among those that stand. */
  static boolean contain(Object declared, Map<String, Object> actual) {
    Set<String> standing =
        Stream.concat(
                split(String.valueOf(actual.get(NAME))),
                ResourceBody.maps(actual.get("bgpPeeringAddresses")).stream()
                    .flatMap(BgpPeeringAddresses::own))
            .collect(Collectors.toSet());
    return split(declared.toString()).allMatch(standing::contains);
  }

  /** The customer's own addresses of an instance. */
  public static Stream<String> own(Map<String, Object> instance) {
    return instance.get("customBgpIpAddresses") instanceof List<?> list
        ? list.stream().map(Object::toString)
        : Stream.of();
  }

  private static Stream<String> split(String addresses) {
    return Arrays.stream(addresses.split(",")).map(String::strip);
  }
}
