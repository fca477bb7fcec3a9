package io.github.hybridnet.simulator.network.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.network.Bench;
import org.junit.jupiter.api.Test;

class ServiceProvidersTest {

  @Test
  void sellWhatTheServiceListsInItsForm() {
    JsonNode list = Bench.today().subscription("expressRouteServiceProviders").body().path("value");

    assertThat(list.size()).isGreaterThan(30);
    for (JsonNode provider : list) {
      assertThat(provider.path("id").asText())
          .isEqualTo(
              "/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteServiceProviders/");
      assertThat(provider.at("/properties/peeringLocations")).isNotEmpty();
      assertThat(provider.at("/properties/bandwidthsOffered")).isNotEmpty();
    }
    JsonNode equinix = null;
    for (JsonNode provider : list) {
      equinix = provider.path("name").asText().equals("Equinix") ? provider : equinix;
    }
    assertThat(equinix).isNotNull();
    assertThat(equinix.at("/properties/peeringLocations").toString()).contains("Silicon Valley");
    assertThat(equinix.at("/properties/bandwidthsOffered/0").toString())
        .isEqualTo("{\"offerName\":\"50Mbps\",\"valueInMbps\":50}");
    assertThat(equinix.at("/properties/bandwidthsOffered/4").toString())
        .isEqualTo("{\"offerName\":\"1Gbps\",\"valueInMbps\":1000}");
  }

  @Test
  void areFoundInAnyCase() {
    assertThat(ServiceProviders.find("equinix").orElseThrow().isAt("silicon valley")).isTrue();
    assertThat(ServiceProviders.find("nobody")).isEmpty();
  }
}
