package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalGatewayTest {
  private static final String GATEWAY =
      """
      {'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',
        'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']},
        'bgpSettings': {'asn': 65050, 'bgpPeeringAddress': '192.168.0.1'}}}
      """;

  private final Bench bench = Bench.today();

  @Test
  void hasNothingButWhatWasSent() {
    JsonNode gateway = bench.make("localNetworkGateways/l", GATEWAY);

    assertThat(Bench.shown(gateway))
        .isEqualTo(
            Bench.expected(
                """
                {'name': 'l', 'id': '~/localNetworkGateways/l', 'etag': 'E',
                 'type': 'Microsoft.Network/localNetworkGateways', 'location': 'westus2',
                 'properties': {'provisioningState': 'Succeeded', 'resourceGuid': 'G',
                   'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']},
                   'gatewayIpAddress': '40.50.60.70',
                   'bgpSettings': {'asn': 65050, 'bgpPeeringAddress': '192.168.0.1',
                     'peerWeight': 0}}}
                """));
  }

  @Test
  void aPutOfOtherTagsSucceedsAtOnceAndAPatchHasNoOperation() {
    bench.make("localNetworkGateways/l", GATEWAY);

    Bench.Reply put =
        bench.put(
            "localNetworkGateways/l",
            GATEWAY.replace("{'location'", "{'tags':{'a':'b'},'location'"));
    Bench.Reply patch = bench.network("PATCH", "localNetworkGateways/l", "{'tags': {'c': 'd'}}");

    assertThat(put.body().at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(patch.status()).isEqualTo(200);
    assertThat(patch.header("Azure-AsyncOperation")).isEmpty();
    assertThat(patch.body().path("tags").toString()).isEqualTo("{\"c\":\"d\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.168.0.0/16 | 192.168.0.0 | InvalidAddressPrefixFormat | Address prefix 192.168.0.0 of"
            + " resource ~/localNetworkGateways/l is not formatted correctly. It should follow"
            + " CIDR notation, for example 10.0.0.0/24.",
        "40.50.60.70 | 10.0.0.257 | InvalidIpAddress | The IP Address 10.0.0.257 is invalid.",
        "65050 | 0 | LocalNetworkGatewayCannotHaveZeroAsn | The local network gateway"
            + " ~/localNetworkGateways/l cannot have an ASN of zero"
      })
  void refusesWrongGateways(String right, String wrong, String code, String message) {
    Bench.Reply refused = bench.put("localNetworkGateways/l", GATEWAY.replace(right, wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void learnsOfAWrongBgpPeerOnlyAtTheEnd() {
    Bench.Reply accepted =
        bench.put("localNetworkGateways/l", GATEWAY.replace("192.168.0.1", "11.0.0.257"));

    assertThat(accepted.status()).isEqualTo(201);
    JsonNode end = bench.end(accepted);
    assertThat(end.path("status").asText()).isEqualTo("Failed");
    assertThat(end.at("/error/code").asText()).isEqualTo(" InternalError");
    assertThat(end.at("/error/message").asText())
        .isEqualTo(
            " BadRequest: InvalidIPAddress - The specified BGP peer IP address '11.0.0.257' is not"
                + " valid.");
    assertThat(
            bench.get("localNetworkGateways/l").body().at("/properties/provisioningState").asText())
        .isEqualTo("Failed");
  }

  @Test
  void needsPrefixesOrBgp() {
    Bench.Reply refused =
        bench.put(
            "localNetworkGateways/l",
            "{'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',"
                + " 'localNetworkAddressSpace': {'addressPrefixes': []}}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code())
        .isEqualTo("LocalNetworkGatewayCannotHaveEmptyAddressPrefixAndBgpSettings");
    assertThat(refused.message())
        .isEqualTo(
            "The local network gateway ~/localNetworkGateways/l cannot have both empty address"
                + " prefix and empty BGP Settings.");
  }

  @Test
  void needsTheDevicesAddress() {
    Bench.Reply refused =
        bench.put("localNetworkGateways/l", "{'location': 'westus2', 'properties': {}}");

    assertThat(refused.detail())
        .isEqualTo(
            "InvalidJson: Required property 'gatewayIpAddress' not found in JSON. Path"
                + " 'properties'.");
  }
}
