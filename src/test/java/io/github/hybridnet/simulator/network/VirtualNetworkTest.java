package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualNetworkTest {
  private static final String NETWORK =
      """
      {'location': 'West US 2', 'properties': {
        'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
        'subnets': [
          {'name': 'web', 'properties': {'addressPrefix': '10.0.1.0/24'}},
          {'name': 'GatewaySubnet', 'properties': {'addressPrefix': '10.0.255.224/27'}}]}}
      """;

  private final Bench bench = Bench.today();

  @Test
  void isCreatedWithItsSubnets() {
    Bench.Reply created =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'West US 2', 'properties': {
              'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
              'enableVmProtection': false,
              'subnets': [{'id': '/somewhere/else', 'name': 'web',
                'properties': {'addressPrefix': '10.0.1.0/24'}}]}}
            """);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown()).isEqualTo(Bench.expected(body("Updating")));
    assertThat(created.header("Retry-After")).isEqualTo("3");
    assertThat(bench.end(created).toString()).isEqualTo("{\"status\":\"Succeeded\"}");
    Bench.Reply read = bench.get("virtualNetworks/v");
    assertThat(read.shown()).isEqualTo(Bench.expected(body("Succeeded")));
    assertThat(read.header("ETag")).isEqualTo(read.body().path("etag").asText());
    assertThat(read.body().path("etag")).isNotEqualTo(created.body().path("etag"));
    assertThat(read.body().at("/properties/subnets/0/etag")).isEqualTo(read.body().path("etag"));
    assertThat(read.body().at("/properties/resourceGuid"))
        .isEqualTo(created.body().at("/properties/resourceGuid"));
  }

  private static String body(String state) {
    return """
    {'name': 'v', 'id': '~/virtualNetworks/v', 'etag': 'E',
     'type': 'Microsoft.Network/virtualNetworks', 'location': 'westus2',
     'properties': {'provisioningState': '%1$s', 'resourceGuid': 'G',
       'addressSpace': {'addressPrefixes': ['10.0.0.0/16'], 'ipamPoolPrefixAllocations': []},
       'privateEndpointVNetPolicies': 'Disabled',
       'subnets': [{'name': 'web', 'id': '~/virtualNetworks/v/subnets/web', 'etag': 'E',
         'properties': {'provisioningState': '%1$s', 'addressPrefix': '10.0.1.0/24',
           'ipamPoolPrefixAllocations': [], 'delegations': [],
           'privateEndpointNetworkPolicies': 'Disabled',
           'privateLinkServiceNetworkPolicies': 'Enabled'},
         'type': 'Microsoft.Network/virtualNetworks/subnets'}],
       'virtualNetworkPeerings': [], 'enableDdosProtection': false}}
    """
        .formatted(state);
  }

  @Test
  void aPutThatChangesOnlyTagsSucceedsAtOnce() {
    JsonNode before = bench.make("virtualNetworks/v", NETWORK);

    Bench.Reply again =
        bench.put("virtualNetworks/v", NETWORK.replace("{'location'", "{'tags': {}, 'location'"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(again.body().path("tags")).isEmpty();
    assertThat(again.body().has("tags")).isTrue();
    assertThat(again.body().at("/properties/resourceGuid"))
        .isEqualTo(before.at("/properties/resourceGuid"));
    assertThat(again.header("Azure-AsyncOperation")).isNotEmpty();
    assertThat(bench.get("virtualNetworks/v").body().path("etag"))
        .isEqualTo(again.body().path("etag"));
  }

  @Test
  void sinceSeptember2023ARequestWithoutSubnetsKeepsThem() {
    bench.make("virtualNetworks/v", NETWORK);
    String bare =
        """
        {'location': 'westus2', 'properties': {'addressSpace':
          {'addressPrefixes': ['10.0.0.0/16', '10.1.0.0/16']}}}
        """;

    assertThat(bench.make("virtualNetworks/v", bare).at("/properties/subnets")).hasSize(2);
    assertThat(
            bench.version("2023-06-01").make("virtualNetworks/v", bare).at("/properties/subnets"))
        .isEmpty();
  }

  @Test
  void aSubnetIsWrittenByItself() {
    bench.make("virtualNetworks/v", NETWORK);
    String etag = bench.get("virtualNetworks/v").body().path("etag").asText();

    Bench.Reply created =
        bench.put(
            "virtualnetworks/v/subnets/db",
            "{'properties': {'addressPrefixes': ['10.0.2.0/24'], 'defaultOutboundAccess': false}}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown())
        .isEqualTo(
            Bench.expected(
                """
                {'name': 'db', 'id': '~/virtualNetworks/v/subnets/db', 'etag': 'E',
                 'properties': {'provisioningState': 'Updating', 'addressPrefix': '10.0.2.0/24',
                   'ipamPoolPrefixAllocations': [], 'delegations': [],
                   'privateEndpointNetworkPolicies': 'Disabled',
                   'privateLinkServiceNetworkPolicies': 'Enabled',
                   'defaultOutboundAccess': false},
                 'type': 'Microsoft.Network/virtualNetworks/subnets'}
                """));
    bench.end(created);
    JsonNode network = bench.get("virtualNetworks/v").body();
    assertThat(network.path("etag").asText()).isNotEqualTo(etag);
    assertThat(network.at("/properties/subnets")).hasSize(3);
    assertThat(network.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    bench.remove("virtualNetworks/v/subnets/db");
    assertThat(bench.get("virtualNetworks/v/subnets/db").message())
        .isEqualTo("Resource ~/virtualNetworks/v/subnets/db not found.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.0.0/24 | NetcfgSubnetRangeOutsideVnet | Subnet 'x' is not valid because its IP"
            + " address range is outside the IP address range of virtual network 'v'.",
        "10.0.1.128/25 | NetcfgSubnetRangesOverlap | Subnet 'x' is not valid because its IP address"
            + " range overlaps with that of an existing subnet in virtual network 'v'.",
        "10.0.3.0/30 | NetcfgInvalidSubnet | Subnet 'x' is not valid in virtual network 'v'.",
        "10.0.3.1/24 | InvalidCIDRNotation | The address prefix 10.0.3.1/24 in resource"
            + " ~/virtualNetworks/v/subnets/x has an invalid CIDR notation. For the given prefix"
            + " length, the address prefix should be 10.0.3.0/24.",
        "10.0.3.0 | InvalidAddressPrefixFormat | Address prefix 10.0.3.0 of resource"
            + " ~/virtualNetworks/v/subnets/x is not formatted correctly. It should follow CIDR"
            + " notation, for example 10.0.0.0/24."
      })
  void refusesPrefixesThatDoNotFit(String prefix, String code, String message) {
    bench.make("virtualNetworks/v", NETWORK);

    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v/subnets/x", "{'properties': {'addressPrefix': '" + prefix + "'}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.message()).isEqualTo(message);
    assertThat(refused.body().at("/error/details").isArray()).isTrue();
  }

  @Test
  void refusesOverlappingAddressRanges() {
    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'westus2', 'properties': {'addressSpace':
              {'addressPrefixes': ['10.0.0.0/16', '10.0.128.0/17']}}}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("NetcfgInvalidVirtualNetworkSite");
  }

  @Test
  void refusesRequestsWithoutRequiredMembers() {
    Bench.Reply network = bench.put("virtualNetworks/v", "{'location': 'westus2'}");
    bench.make("virtualNetworks/v", NETWORK);
    Bench.Reply subnet = bench.put("virtualNetworks/v/subnets/x", "{'properties': {}}");

    assertThat(network.code()).isEqualTo("InvalidRequestFormat");
    assertThat(network.message()).isEqualTo("Cannot parse the request.");
    assertThat(network.detail())
        .isEqualTo(
            "InvalidJson: Required property 'addressSpace' not found in JSON. Path 'properties'.");
    assertThat(subnet.code()).isEqualTo("AddressPrefixStringCannotBeNullOrEmpty");
    assertThat(subnet.message())
        .isEqualTo(
            "Address prefix string for resource ~/virtualNetworks/v/subnets/x cannot be null or"
                + " empty.");
  }

  @Test
  void refusesReferencesToWhatItDoesNotSimulate() {
    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'westus2', 'properties': {
              'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
              'ddosProtectionPlan': {'id': '~/ddosProtectionPlans/d'}}}
            """);

    assertThat(refused.code()).isEqualTo("InvalidResourceReference");
    assertThat(refused.message()).contains("~/ddosProtectionPlans/d");
  }

  @Test
  void showsWhatTheVersionHas() {
    bench.make("virtualNetworks/v", NETWORK);

    JsonNode today = bench.get("virtualNetworks/v").body();
    JsonNode old = bench.version("2018-11-01").get("virtualNetworks/v").body();

    assertThat(today.at("/properties/privateEndpointVNetPolicies").asText()).isEqualTo("Disabled");
    assertThat(today.at("/properties/enableVmProtection").isMissingNode()).isTrue();
    assertThat(old.at("/properties/privateEndpointVNetPolicies").isMissingNode()).isTrue();
    assertThat(old.at("/properties/enableVmProtection").asBoolean(true)).isFalse();
    assertThat(old.at("/properties/subnets/0/properties").has("delegations")).isTrue();
    assertThat(old.at("/properties/subnets/0/properties").has("privateEndpointNetworkPolicies"))
        .isFalse();
  }

  @Test
  void knowsWhatADelegatedServiceMayDo() {
    bench.make("virtualNetworks/v", NETWORK);

    Bench.Reply put =
        bench.put(
            "virtualNetworks/v/subnets/sql",
            """
            {'properties': {'addressPrefix': '10.0.9.0/24', 'delegations': [
              {'name': 'd', 'properties': {'serviceName': 'Microsoft.Sql/managedInstances'}}]}}
            """);

    JsonNode delegation = put.body().at("/properties/delegations/0/properties");
    assertThat(delegation.path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(delegation.path("actions")).hasSize(3);
    assertThat(
            bench
                .subscription("locations/westus2/availableDelegations")
                .body()
                .at("/value/0/id")
                .asText())
        .endsWith("/providers/Microsoft.Network/availableDelegations/Microsoft.Web.serverFarms");
  }

  @Test
  void tellsHowFullItsSubnetsAre() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));

    JsonNode usages = bench.get("virtualNetworks/v/usages").body().path("value");

    assertThat(usages.at("/0/limit").asDouble()).isEqualTo(251.0);
    assertThat(usages.at("/0/currentValue").asDouble()).isZero();
    assertThat(usages.at("/1/limit").asDouble()).isEqualTo(-1.0);
  }

  @Test
  void tellsWhichAddressesAreFree() {
    bench.make("virtualNetworks/v", NETWORK);
    String call = "virtualNetworks/v/CheckIPAddressAvailability?ipAddress=";

    assertThat(bench.get(call + "10.0.1.50").body().toString())
        .isEqualTo("{\"available\":true,\"isPlatformReserved\":false}");
    assertThat(bench.get(call + "10.0.1.0").body().toString())
        .isEqualTo(
            "{\"available\":false,\"availableIPAddresses\":[\"10.0.1.4\",\"10.0.1.5\",\"10.0.1.6\","
                + "\"10.0.1.7\",\"10.0.1.8\"],\"isPlatformReserved\":true}");
    assertThat(bench.get(call + "172.16.0.1").body().toString())
        .isEqualTo("{\"available\":false,\"isPlatformReserved\":false}");
    assertThat(bench.get(call + "10.0.1.999").message())
        .isEqualTo("The IP Address 10.0.1.999 is invalid.");
  }

  @Test
  void encryptionNeedsItsEnforcement() {
    String network =
        "{'location': 'westus2', 'properties': {'addressSpace': {'addressPrefixes':"
            + " ['10.0.0.0/16']}, 'encryption': {'enabled': true%s}}}";

    Bench.Reply refused = bench.put("virtualNetworks/v", network.formatted(""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("VirtualNetworkEncryptionNeedsEnforcement");
    assertThat(
            bench
                .make("virtualNetworks/v", network.formatted(", 'enforcement': 'AllowUnencrypted'"))
                .at("/properties/encryption/enforcement")
                .asText())
        .isEqualTo("AllowUnencrypted");
  }
}
