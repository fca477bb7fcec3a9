package io.github.hybridnet.status;

import io.github.hybridnet.arm.ActualResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What says how a resource does, beside its provisioning state. */
final class HealthFacts {
  private static final List<String> FACTS =
      List.of(
          "connectionStatus",
          "ipAddress",
          "circuitProvisioningState",
          "serviceProviderProvisioningState");

  private HealthFacts() {}

  static Map<String, String> of(ActualResource actual) {
    Map<String, String> health = new LinkedHashMap<>();
    for (String fact : FACTS) {
      Object value = actual.observed().get(fact);
      if (value != null) {
        health.put(fact, value.toString());
      }
    }
    if (actual.observed().get("peerings") instanceof List<?> peerings) {
      peerings.forEach(p -> peering(health, p));
    }
    return health;
  }

  private static void peering(Map<String, String> health, Object peering) {
    if (peering instanceof Map<?, ?> map) {
      health.put(
          Objects.toString(map.get("peeringType"), "peering"),
          Objects.toString(map.get("state"), "Unknown"));
    }
  }
}
