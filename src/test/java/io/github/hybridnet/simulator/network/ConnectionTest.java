package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private final Bench bench = Bench.today();

  @BeforeEach
  void gatewayAndSite() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make("virtualNetworkGateways/vpn", Sites.vpn("VpnGw1AZ"));
    bench.make("localNetworkGateways/l", Sites.localGateway());
  }

  private String status(String connection) {
    return bench
        .get("connections/" + connection)
        .body()
        .at("/properties/connectionStatus")
        .asText("absent");
  }

  @Test
  void isFilledInAndItsReferencesAreCut() {
    Bench.Reply created = bench.put("connections/c", Sites.ipsec());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.shown())
        .isEqualTo(Bench.expected(body("Updating", "'sharedKey': 'abc123',", "")));
    bench.end(created);
    assertThat(bench.get("connections/c").shown())
        .isEqualTo(
            Bench.expected(
                body("Succeeded", "'sharedKey': 'abc123',", "'connectionStatus': 'Unknown',")));
    assertThat(Bench.shown(bench.get("connections").body().at("/value/0")))
        .isEqualTo(Bench.expected(body("Succeeded", "", "")));
    assertThat(Bench.shown(bench.get("virtualNetworkGateways/vpn/connections").body()))
        .isEqualTo(Bench.expected("{'value': [" + body("Succeeded", "", "") + "]}"));
  }

  private static String body(String state, String key, String status) {
    return """
    {'name': 'c', 'id': '~/connections/c', 'etag': 'E', 'type': 'Microsoft.Network/connections',
     'location': 'westus2',
     'properties': {'provisioningState': '%s', 'resourceGuid': 'G',
       'packetCaptureDiagnosticState': 'None',
       'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/vpn'},
       'localNetworkGateway2': {'id': '~/localNetworkGateways/l'},
       'connectionType': 'IPsec', 'connectionProtocol': 'IKEv2', 'routingWeight': 10,
       %s 'authenticationType': 'PSK', 'enableBgp': false, 'useLocalAzureIpAddress': false,
       'usePolicyBasedTrafficSelectors': false, 'ipsecPolicies': [],
       'trafficSelectorPolicies': [], %s 'ingressBytesTransferred': 0,
       'egressBytesTransferred': 0, 'expressRouteGatewayBypass': false, 'dpdTimeoutSeconds': 0,
       'connectionMode': 'Default', 'gatewayCustomBgpIpAddresses': []}}
    """
        .formatted(state, key, status);
  }

  @Test
  void theAnswerToALaterPutHasTheStatusOfTheRequest() {
    bench.make("connections/c", Sites.ipsec());
    bench.pass(Duration.ofSeconds(60));
    String sent =
        Sites.ipsec().replace("'sharedKey'", "'connectionStatus': 'Unknown', 'sharedKey'");

    Bench.Reply without = bench.put("connections/c", Sites.ipsec());
    assertThat(without.body().path("properties").has("connectionStatus")).isFalse();
    assertThat(status("c")).isEqualTo("Connected");
    bench.end(without);
    Bench.Reply with = bench.put("connections/c", sent);
    assertThat(with.body().at("/properties/connectionStatus").asText()).isEqualTo("Unknown");
    bench.end(with);
    assertThat(status("c")).isEqualTo("Connected");
    assertThat(
            bench
                .network("PATCH", "connections/c", "{'tags': {'a': 'b'}}")
                .body()
                .at("/properties/connectionStatus")
                .asText())
        .isEqualTo("Connected");
  }

  @Test
  void aTunnelComesUpAMinuteAfterItsCreation() {
    bench.make("connections/c", Sites.ipsec());

    assertThat(status("c")).isEqualTo("Unknown");
    bench.pass(Duration.ofSeconds(60));
    assertThat(status("c")).isEqualTo("Connected");
    JsonNode changed =
        bench.make(
            "connections/c", Sites.ipsec().replace("'routingWeight': 10", "'routingWeight': 5"));
    assertThat(changed.at("/properties/routingWeight").asInt()).isEqualTo(5);
    assertThat(status("c")).isEqualTo("Connected");
  }

  @Test
  void theOwnerOfTheSimulatorChoosesAStatus() {
    bench.make("connections/c", Sites.ipsec());

    Bench.Reply told = bench.admin("PUT", "connections/c/status", "{'status': 'notconnected'}");
    bench.pass(Duration.ofMinutes(5));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body().toString()).isEqualTo("{\"status\":\"NotConnected\"}");
    assertThat(status("c")).isEqualTo("NotConnected");
    bench.admin("PUT", "connections/c/status", "{'status': 'Connected'}");
    assertThat(status("c")).isEqualTo("Connected");
    assertThat(bench.admin("PUT", "connections/c/status", "{'status': 'up'}").status())
        .isEqualTo(400);
    assertThat(bench.admin("PUT", "connections/c/status", "{}").code())
        .isEqualTo("InvalidRequestContent");
    assertThat(bench.get("connections/c").body().path("properties").has("simulator")).isFalse();
  }

  @Test
  void theKeyHasCallsOfItsOwn() {
    bench.make("connections/c", Sites.ipsec());

    assertThat(bench.get("connections/c/sharedkey").body().toString())
        .isEqualTo("{\"value\":\"abc123\"}");
    bench.make("connections/c", Sites.ipsec().replace("abc123", "ignored"));
    assertThat(bench.get("connections/c/sharedkey").body().path("value").asText())
        .isEqualTo("abc123");

    Bench.Reply put = bench.put("connections/c/sharedkey", "{'value': 'a1b2c3'}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body().isNull()).isTrue();
    assertThat(bench.get("connections/c").body().at("/properties/provisioningState").asText())
        .isEqualTo("Updating");
    assertThat(bench.delete("connections/c").code()).isEqualTo("AnotherOperationInProgress");
    assertThat(bench.end(put).path("status").asText()).isEqualTo("Succeeded");
    assertThat(bench.get("connections/c/sharedkey").body().path("value").asText())
        .isEqualTo("a1b2c3");

    Bench.Reply reset = bench.post("connections/c/sharedkey/reset", "{'keyLength': 40}");
    assertThat(reset.status()).isEqualTo(202);
    bench.end(reset);
    assertThat(bench.get("connections/c/sharedkey").body().path("value").asText())
        .matches("[A-Za-z0-9]{40}");
    assertThat(bench.post("connections/c/sharedkey/reset", "{'keyLength': 129}").status())
        .isEqualTo(400);
  }

  @Test
  void aConnectionWithoutAKeyGetsOne() {
    JsonNode made =
        bench.make("connections/c", Sites.ipsec().replace("'sharedKey': 'abc123',", ""));

    assertThat(made.at("/properties/sharedKey").asText()).matches("[A-Za-z0-9]{128}");
  }

  @Test
  void ipsecPoliciesAreKept() {
    String policy =
        """
        'ipsecPolicies': [{'dhGroup': 'DHGroup14', 'ikeEncryption': 'AES256',
          'ikeIntegrity': 'SHA256', 'ipsecEncryption': 'AES256', 'ipsecIntegrity': 'SHA256',
          'pfsGroup': 'PFS2048', 'saDataSizeKilobytes': 102400000, 'saLifeTimeSeconds': 27000}],
        'sharedKey'
        """;

    JsonNode made = bench.make("connections/c", Sites.ipsec().replace("'sharedKey'", policy));

    assertThat(made.at("/properties/ipsecPolicies/0").fieldNames())
        .toIterable()
        .startsWith("saLifeTimeSeconds", "saDataSizeKilobytes")
        .hasSize(8);
  }

  @Test
  void bothEndsMustExistAndBeReady() {
    Bench.Reply absent =
        bench.put(
            "connections/c",
            Sites.ipsec().replace("localNetworkGateways/l", "localNetworkGateways/m"));
    assertThat(absent.status()).isEqualTo(400);
    assertThat(absent.code()).isEqualTo("InvalidResourceReference");
    assertThat(absent.message())
        .isEqualTo(
            "Resource ~/localNetworkGateways/m referenced by resource ~/connections/c was not"
                + " found. Please make sure that the referenced resource exists, and that both"
                + " resources are in the same region.");

    bench.network("PATCH", "virtualNetworkGateways/vpn", "{'tags': {'a': 'b'}}");
    Bench.Reply busy = bench.put("connections/c", Sites.ipsec());
    assertThat(busy.status()).isEqualTo(429);
    assertThat(busy.detail())
        .startsWith("ReferencedResourceNotProvisioned: ")
        .endsWith("is updating the resource is PatchVirtualNetworkGatewayOperation.");
  }

  @Test
  void gatewayAndConnectionMustBeOfOneType() {
    Bench.Reply refused =
        bench.put("connections/c", Sites.ipsec().replace("'IPSec'", "'ExpressRoute'"));

    assertThat(refused.detail())
        .isEqualTo(
            "MissingJsonReferenceId: Value for reference id is missing. Path properties.peer.");
    bench.make("expressRouteCircuits/x", Sites.circuit());
    Bench.Reply wrong =
        bench.put(
            "connections/c",
            Sites.toCircuit().replace("/er'", "/vpn'").replace("Circuits/c", "Circuits/x"));
    assertThat(wrong.code()).isEqualTo("VirtualNetworkGatewayConnectionTypeMismatch");
  }

  @Test
  void gatewaysStayWhileTheyAreConnected() {
    bench.make("connections/c", Sites.ipsec());

    Bench.Reply gateway = bench.delete("virtualNetworkGateways/vpn");
    Bench.Reply local = bench.delete("localNetworkGateways/l");

    assertThat(gateway.status()).isEqualTo(400);
    assertThat(gateway.code()).isEqualTo("VirtualNetworkGatewayCannotBeDeleted");
    assertThat(gateway.message()).contains("~/connections/c");
    assertThat(local.status()).isEqualTo(400);
    assertThat(local.code()).isEqualTo("LocalNetworkGatewayCannotBeDeleted");
    bench.remove("connections/c");
    bench.remove("localNetworkGateways/l");
    bench.remove("virtualNetworkGateways/vpn");
  }

  @Test
  void halvesBetweenNetworksMeet() {
    String second = Sites.network("10.0.255.224/27").replace("10.0.", "10.7.");
    bench.make("virtualNetworks/w", second);
    bench.make("publicIPAddresses/q", Sites.address());
    bench.make(
        "virtualNetworkGateways/far",
        Sites.vpn("VpnGw1AZ").replace("/v/", "/w/").replace("Addresses/p", "Addresses/q"));
    bench.make("connections/there", half("vpn", "far", "abc"));
    bench.pass(Duration.ofMinutes(2));
    assertThat(status("there")).isEqualTo("NotConnected");

    bench.make("connections/back", half("far", "vpn", "abc"));
    bench.pass(Duration.ofMinutes(2));

    assertThat(status("there")).isEqualTo("Connected");
    assertThat(status("back")).isEqualTo("Connected");
    bench.end(bench.put("connections/back/sharedkey", "{'value': 'other'}"));
    assertThat(status("there")).isEqualTo("NotConnected");
  }

  private static String half(String from, String to, String key) {
    return """
    {'location': 'westus2', 'properties': {'connectionType': 'vnet2vnet', 'sharedKey': '%s',
      'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/%s'},
      'virtualNetworkGateway2': {'id': '~/virtualNetworkGateways/%s'}}}
    """
        .formatted(key, from, to);
  }
}
