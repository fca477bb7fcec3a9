package io.github.hybridnet.simulator.network.publicip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicIpTest {
  private static final String STANDARD =
      """
      {'location': 'westus2', 'zones': ['1', '2', '3'], 'sku': {'name': 'standard'},
       'properties': {'publicIPAllocationMethod': 'static'}}
      """;

  private final Bench bench = Bench.today();

  @Test
  void aStandardAddressIsAssignedWhenTheOperationEnds() {
    Bench.Reply created = bench.put("publicIPAddresses/p", STANDARD);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown()).isEqualTo(Bench.expected(body("Updating", "")));
    bench.end(created);
    assertThat(bench.get("publicIPAddresses/p").shown())
        .isEqualTo(Bench.expected(body("Succeeded", "'ipAddress': '203.0.113.1',")));
    assertThat(bench.make("publicIPAddresses/q", STANDARD).at("/properties/ipAddress").asText())
        .isEqualTo("203.0.113.2");
  }

  private static String body(String state, String address) {
    return """
    {'name': 'p', 'id': '~/publicIPAddresses/p', 'etag': 'E', 'location': 'westus2',
     'zones': ['1', '2', '3'],
     'properties': {'provisioningState': '%s', 'resourceGuid': 'G', %s
       'publicIPAddressVersion': 'IPv4', 'publicIPAllocationMethod': 'Static',
       'idleTimeoutInMinutes': 4, 'ipTags': [],
       'ddosSettings': {'protectionMode': 'VirtualNetworkInherited'}},
     'type': 'Microsoft.Network/publicIPAddresses',
     'sku': {'name': 'Standard', 'tier': 'Regional'}}
    """
        .formatted(state, address);
  }

  @Test
  void addressesAreOfReservedRanges() {
    assertThat(PublicAddressPool.firstFree(each -> false, false)).isEqualTo("203.0.113.1");
    assertThat(PublicAddressPool.firstFree(each -> !each.startsWith("198.1"), false))
        .as("when those for documentation are used up")
        .isEqualTo("198.18.0.1");
    assertThat(PublicAddressPool.firstFree(each -> !each.equals("198.19.255.254"), false))
        .as("the last one")
        .isEqualTo("198.19.255.254");
    assertThat(PublicAddressPool.firstFree(each -> false, true)).isEqualTo("2001:db8:1::1");
  }

  @ParameterizedTest
  @CsvSource({"false, 130810", "true, 65535"})
  void whenAllAddressesAreTakenThereIsNoOther(boolean version6, int all) {
    assertThatThrownBy(() -> PublicAddressPool.firstFree(each -> true, version6))
        .isInstanceOfSatisfying(
            ArmException.class,
            refusal -> {
              assertThat(refusal.error().code()).isEqualTo("PublicIPCountLimitReached");
              assertThat(refusal.error().message())
                  .isEqualTo(
                      "Cannot create more than %d public IP addresses for this subscription in this"
                          + " region.",
                      all);
            });
  }

  @Test
  void keepsAddressAndZonesWhenItIsChanged() {
    bench.make("publicIPAddresses/p", STANDARD);

    JsonNode changed =
        bench.make(
            "publicIPAddresses/p",
            """
            {'location': 'westus2', 'zones': ['3', '1', '2'], 'sku': {'name': 'Standard'},
             'properties': {'publicIPAllocationMethod': 'Static', 'idleTimeoutInMinutes': 10,
              'dnsSettings': {'domainNameLabel': 'edge'}}}
            """);

    assertThat(changed.at("/properties/ipAddress").asText()).isEqualTo("203.0.113.1");
    assertThat(changed.path("zones")).hasSize(3);
    assertThat(changed.at("/properties/dnsSettings/fqdn").asText())
        .isEqualTo("edge.westus2.cloudapp.azure.com");
  }

  @Test
  void itsZonesStayAsTheyAre() {
    bench.make("publicIPAddresses/p", STANDARD);

    for (String zones : List.of("", "'zones': [], ", "'zones': ['1'], ")) {
      Bench.Reply refused =
          bench.put("publicIPAddresses/p", STANDARD.replace("'zones': ['1', '2', '3'], ", zones));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("ResourceAvailabilityZonesCannotBeModified");
      assertThat(refused.message())
          .startsWith(
              "Resource ~/publicIPAddresses/p has an existing availability zone constraint 1, 2, 3"
                  + " and the request has availability zone constraint "
                  + (zones.contains("'1'") ? "1, " : "NoZone, "));
    }
  }

  @Test
  void aRegionWithoutZonesHasNoneForAnAddress() {
    Bench.Reply refused = bench.put("publicIPAddresses/p", STANDARD.replace("westus2", "UK West"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("LocationNotSupportAvailabilityZones");
    assertThat(refused.message())
        .isEqualTo(
            "The resource 'Microsoft.Network/publicIPAddresses/p' does not support availability"
                + " zones at location 'ukwest'.");
  }

  @Test
  void basicAddressesAreRetired() {
    Bench.Reply refused = bench.put("publicIPAddresses/p", "{'location': 'westus2'}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("IPv4BasicSkuPublicIpCountLimitReached");
    assertThat(refused.message())
        .isEqualTo(
            "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in"
                + " this region.");
    JsonNode earlier = Bench.earlier().make("publicIPAddresses/p", "{'location': 'westus2'}");
    assertThat(earlier.at("/sku/name").asText()).isEqualTo("Basic");
    assertThat(earlier.at("/properties/publicIPAllocationMethod").asText()).isEqualTo("Dynamic");
    assertThat(earlier.path("properties").has("ipAddress")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'publicIPAllocationMethod': 'static' | 'publicIPAllocationMethod': 'Dynamic'"
            + " | StandardSkuPublicIPAddressesMustBeStatic | Standard sku publicIp"
            + " ~/publicIPAddresses/p must have AllocationMethod set to Static.",
        "{'publicIPAllocationMethod' | {'idleTimeoutInMinutes': 3, 'publicIPAllocationMethod'"
            + " | PublicIPIdleTimeoutIsOutOfRange | Public IP address p has invalid Idle Timeout."
            + " The value must be between 4 and 30.",
        "{'publicIPAllocationMethod' | {'dnsSettings': {'domainNameLabel': 'l-a_b-1-e'},"
            + " 'publicIPAllocationMethod' | InvalidDomainNameLabel | The domain name label"
            + " l-a_b-1-e is invalid. It must conform to the following regular expression:"
            + " ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.",
        "'standard' | 'basic' | ZonesNotAllowedInBasicSkuResource | Zones not allowed in basic SKU"
            + " resource ~/publicIPAddresses/p in this region. Please use standard SKU."
      })
  void refusesWrongAddresses(String right, String wrong, String code, String message) {
    Bench.Reply refused = bench.put("publicIPAddresses/p", STANDARD.replace(right, wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void aGlobalAddressIsStandard() {
    assertThat(
            Bench.earlier()
                .put(
                    "publicIPAddresses/p",
                    "{'location': 'westus2', 'sku': {'name': 'Basic', 'tier': 'Global'}}")
                .code())
        .isEqualTo("PublicIPAddressGlobalTierNeedsStandardSku");
  }
}
