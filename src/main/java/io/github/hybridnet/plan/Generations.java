package io.github.hybridnet.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generation that a VPN gateway's size brings with it where none is declared: a gateway of the
 * other one cannot get that size (VirtualNetworkGatewaySkuCannotBeCreatedForSpecifiedVmGeneration).
 */
final class Generations {
  private static final String GENERATION = "vpnGatewayGeneration";
  private static final Pattern FIRST_ONLY = Pattern.compile("(?i)vpngw1(az)?");
  private static final Pattern SECOND_ONLY = Pattern.compile("(?i)vpngw[45](az)?");

  private Generations() {}

  /** The difference of generation that the declared size means. */
  static List<Difference> difference(DesiredResource desired, ActualResource actual) {
    Map<String, Object> declared = Bodies.map(desired.body().get("properties"));
    if (desired.key().type() != ResourceType.VIRTUAL_NETWORK_GATEWAY
        || declared.containsKey(GENERATION)) {
      return List.of();
    }
    String found = String.valueOf(Bodies.map(actual.body().get("properties")).get(GENERATION));
    return only(String.valueOf(Bodies.map(declared.get("sku")).get("name")))
        .filter(needed -> found.startsWith("Generation") && !found.equalsIgnoreCase(needed))
        .map(needed -> List.of(new Difference("properties." + GENERATION, needed, found)))
        .orElse(List.of());
  }

  private static Optional<String> only(String size) {
    if (FIRST_ONLY.matcher(size).matches()) {
      return Optional.of("Generation1");
    }
    return SECOND_ONLY.matcher(size).matches() ? Optional.of("Generation2") : Optional.empty();
  }
}
