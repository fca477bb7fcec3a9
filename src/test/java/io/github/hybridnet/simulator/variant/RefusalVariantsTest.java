package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.junit.Simulator;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients are refused with each variant. */
@Simulator(manualClock = true)
class RefusalVariantsTest {
  private static final String ADDRESS = "publicIPAddresses/p";

  @Test
  void oneRequestInTwentyIsTooMany(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("throttling", "without-retry-after"));
    List<Integer> refused = new ArrayList<>();
    ArmClient.Answer write = null;
    for (int i = 1; i <= 44; i++) {
      ArmClient.Answer answer = rig.put(ADDRESS + i, VariantRig.ADDRESS);
      if (answer.status() == 429) {
        refused.add(i);
        write = answer;
      }
    }
    assertThat(refused).containsExactly(3, 23, 43);
    assertThat(write.header("Retry-After")).isEmpty();
    assertThat(write.code()).isEqualTo("RetryableError");
    assertThat(write.json().at("/error/details/0/code").asText())
        .isEqualTo("RetryableErrorDueToTooManyCalls");
    rig.play(Map.of());
    assertThat(rig.get(ADDRESS + 3).status()).isEqualTo(404);
    assertThat(rig.get(ADDRESS + 4).status()).isEqualTo(200);
  }

  @Test
  void readsAndPollsAreCountedForThemselves(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("throttling", "rate-headers"));
    String link = rig.put(ADDRESS, VariantRig.ADDRESS).header("Azure-AsyncOperation").orElseThrow();
    assertThat(List.of(status(rig, link), status(rig, ADDRESS), status(rig, ADDRESS)))
        .containsOnly(200);
    ArmClient.Answer read = rig.get(ADDRESS);
    assertThat(read.status()).isEqualTo(429);
    assertThat(read.header("Retry-After")).isPresent();
    assertThat(read.header("x-ms-ratelimit-remaining-subscription-reads")).hasValue("0");
    assertThat(read.code()).isEqualTo("SubscriptionRequestsThrottled");
    assertThat(read.message())
        .contains(
            "operation 'GET/SUBSCRIPTIONS/RESOURCEGROUPS/PROVIDERS/MICROSOFT.NETWORK/"
                + "PUBLICIPADDRESSES' exceeded the backend storage limit.");
    assertThat(status(rig, link)).isEqualTo(200);
    assertThat(status(rig, link)).isEqualTo(429);
    assertThat(status(rig, link)).isEqualTo(200);
  }

  @Test
  void dateSaysWhenToComeBack(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("throttling", "date"));
    rig.get("");
    rig.get("");
    ArmClient.Answer read = rig.get("");
    Instant before = Instant.now().minusSeconds(1);
    String date = read.header("Retry-After").orElseThrow();
    assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
        .isAfter(before.minusSeconds(60))
        .isBefore(before.plusSeconds(60));
    assertThat(read.header("retry-after-ms")).isEmpty();
  }

  @Test
  void resetCountsFromTheBeginning(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("throttling", "date"));
    rig.get("");
    rig.get("");
    rig.admin().reset();
    assertThat(status(rig, "")).isEqualTo(404);
  }

  private static int status(VariantRig rig, String path) {
    return rig.get(path).status();
  }

  @Test
  void regionLagsBehind(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("api-versions", "region-lags"));
    ArmClient.Answer refused =
        rig.put(
            ADDRESS + "?api-version=2025-03-01",
            VariantRig.ADDRESS.replace("westus2", "West US 3"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("NoRegisteredProviderFound");
    assertThat(refused.message())
        .startsWith(
            "No registered resource provider found for location 'westus3' and API version"
                + " '2025-03-01' for type 'publicIPAddresses'. The supported api-versions are '20")
        .contains("2024-03-01'. The supported locations are ");
    assertThat(rig.put(ADDRESS + "?api-version=2024-03-01", VariantRig.ADDRESS).status())
        .isEqualTo(201);
    assertThat(rig.get(ADDRESS + "?api-version=2024-05-01").message())
        .contains("for location 'westus2' and");
    assertThat(rig.get(rig.group() + "?api-version=2025-04-01").status()).isEqualTo(200);
    assertThat(versions(rig)).contains("2025-03-01");
  }

  @Test
  void cloudThatLagsDoesNotListNewerVersions(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("api-versions", "cloud-lags"));
    assertThat(rig.get(ADDRESS + "?api-version=2024-05-01").code())
        .isEqualTo("NoRegisteredProviderFound");
    assertThat(versions(rig)).contains("2024-03-01").doesNotContain("2024-05-01", "2025-03-01");
  }

  private static String versions(VariantRig rig) {
    String subscription = rig.group().substring(0, rig.group().indexOf("/resourceGroups"));
    return rig.get(subscription + "/providers/Microsoft.Network?api-version=2021-04-01")
        .json()
        .toString();
  }

  @Test
  void busyReferenceHasTwoForms(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    String gateway =
        "{'location': 'westus2', 'properties': {'gatewayType': 'ExpressRoute', 'sku': {'name':"
            + " 'ErGw1AZ', 'tier': 'ErGw1AZ'}, 'ipConfigurations': [{'name': 'c', 'properties':"
            + " {'subnet': {'id': '"
            + rig.group()
            + "/providers/Microsoft.Network/virtualNetworks/v/subnets/GatewaySubnet'}}}]}}";
    rig.put("virtualNetworks/v", VariantRig.NETWORK.replace("'a'", "'GatewaySubnet'"));
    ArmClient.Answer usual = rig.put("virtualNetworkGateways/g", gateway);
    assertThat(usual.status()).isEqualTo(429);
    assertThat(usual.code()).isEqualTo("RetryableError");
    rig.play(Map.of("busy-reference", "not-provisioned"));
    ArmClient.Answer other = rig.put("virtualNetworkGateways/g", gateway);
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.code()).isEqualTo("ReferencedResourceNotProvisioned");
    assertThat(other.message()).startsWith("Cannot proceed with operation because resource ");
    assertThat(other.json().at("/error/details")).isEmpty();
  }

  @Test
  void peeringOfABusyNetworkIsRefusedByItsOwnCode(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made("virtualNetworks/v", VariantRig.NETWORK);
    rig.put("virtualNetworks/w", VariantRig.NETWORK.replace("10.0.", "10.1."));
    ArmClient.Answer refused =
        rig.put(
            "virtualNetworks/v/virtualNetworkPeerings/p",
            "{'properties': {'remoteVirtualNetwork': {'id': '"
                + rig.group()
                + "/providers/Microsoft.Network/virtualNetworks/w'}}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ReferencedResourceNotProvisioned");
  }
}
