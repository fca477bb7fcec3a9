package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HiddenPropertiesTest {
  private static final Secret KEY = Secret.of("md5-key", Secret.Source.FILE);
  private static final Map<String, Object> HIDDEN =
      Map.of(
          "properties",
          Map.of(
              "peerings",
              List.of(
                  Map.of("name", "AzurePrivatePeering", "properties", Map.of("sharedKey", KEY)))));

  @Test
  void keysAreLaidOverThePeeringsThatStand() {
    Map<String, Object> standing =
        circuit(
            peering("MicrosoftPeering", Map.of("vlanId", 200)),
            peering("azureprivatepeering", Map.of("vlanId", 100)));

    assertThat(BodyMerge.withHidden(standing, HIDDEN))
        .isEqualTo(
            circuit(
                peering("MicrosoftPeering", Map.of("vlanId", 200)),
                peering("azureprivatepeering", Map.of("vlanId", 100, "sharedKey", KEY))));
  }

  @Test
  void noPeeringIsAddedByIt() {
    Map<String, Object> other = circuit(peering("MicrosoftPeering", Map.of("vlanId", 200)));
    assertThat(BodyMerge.withHidden(other, HIDDEN)).isEqualTo(other);
    assertThat(BodyMerge.withHidden(circuit(), HIDDEN)).isEqualTo(circuit());
    assertThat(BodyMerge.withHidden(Map.of("properties", Map.of()), HIDDEN))
        .isEqualTo(Map.of("properties", Map.of()));
    assertThat(BodyMerge.withHidden(Map.of("location", "westus"), HIDDEN))
        .isEqualTo(Map.of("location", "westus"));
  }

  @SafeVarargs
  private static Map<String, Object> circuit(Map<String, Object>... peerings) {
    return Map.of("properties", Map.of("peerings", List.of(peerings)));
  }

  private static Map<String, Object> peering(String name, Map<String, Object> properties) {
    return Map.of("name", name, "properties", properties);
  }
}
