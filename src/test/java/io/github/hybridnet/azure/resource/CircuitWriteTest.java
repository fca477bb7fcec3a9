package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitWriteTest {
  private static final ResourceKey KEY = new ResourceKey("s", "rg", ResourceType.CIRCUIT, "erc");
  private static final String PATH = KEY.id();
  private static final String STANDING =
      """
      {"name":"erc","location":"westus","tags":{"owner":"them"},
       "sku":{"name":"Premium_UnlimitedData","tier":"Premium","family":"UnlimitedData"},
       "properties":{"provisioningState":"Succeeded","serviceKey":"k",
        "serviceProviderProperties":{"bandwidthInMbps":50},
        "authorizations":[{"name":"a","properties":{"authorizationKey":"auth-key"}}],
        "peerings":[{"name":"AzurePrivatePeering","properties":{"vlanId":100,"peerASN":65001,
          "new":1}}]}}
      """;

  private final FakeArm arm = new FakeArm();

  @Test
  void tagsAloneDoNotTouchThePeerings() throws InterruptedException {
    arm.service.on("GET " + PATH, 200, STANDING).on("PATCH " + PATH, 200, STANDING);

    apply(Map.of("tags", Map.of("Cost", "42")));

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PATCH " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .isEqualTo("{\"tags\":{\"owner\":\"them\",\"Cost\":\"42\"}}");
  }

  @Test
  void anotherChangeSendsThePeeringsAndAuthorizationsAsTheyStand() throws InterruptedException {
    arm.service.on("GET " + PATH, 200, STANDING).on("PUT " + PATH, 200, STANDING);

    apply(
        Map.of(
            "tags",
            Map.of("Cost", "42"),
            "properties",
            Map.of("serviceProviderProperties", Map.of("bandwidthInMbps", 100))));

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .contains(
            "\"bandwidthInMbps\":100",
            "\"authorizationKey\":\"auth-key\"",
            "{\"name\":\"AzurePrivatePeering\",\"properties\":{\"vlanId\":100,\"peerASN\":65001,"
                + "\"new\":1}}")
        .doesNotContain("serviceKey", "provisioningState");
  }

  private void apply(Map<String, Object> declared) throws InterruptedException {
    arm.change(KEY, declared);
  }
}
