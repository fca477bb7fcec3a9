package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayActionsTest {
  private static final String GATEWAY = "virtualNetworkGateways/vpn";
  private static final String POLICY =
      """
      {'saLifeTimeSeconds': 86473, 'saDataSizeKilobytes': 429497, 'ipsecEncryption': 'AES256',
       'ipsecIntegrity': 'SHA256', 'ikeEncryption': 'AES256', 'ikeIntegrity': 'SHA384',
       'dhGroup': 'DHGroup2', 'pfsGroup': 'PFS2'}
      """;

  private final Bench bench = Bench.today();

  @BeforeEach
  void gateway() {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address());
    bench.make(GATEWAY, Sites.vpn("VpnGw1AZ"));
  }

  private void allowClients() {
    bench.make(
        GATEWAY,
        Sites.vpn("VpnGw1AZ")
            .replace(
                "'properties': {'gatewayType'",
                "'properties': {'vpnClientConfiguration': {'vpnClientProtocols': ['IkeV2', 'SSTP'],"
                    + " 'vpnClientAddressPool': {'addressPrefixes': ['172.16.0.0/24']}},"
                    + " 'gatewayType'"));
  }

  @Test
  void listsDevicesAsXmlInAString() {
    Bench.Reply list = bench.post(GATEWAY + "/supportedvpndevices", "");

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().asText())
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><rpvpndevicelist version=\"1.0\">")
        .contains("<FirmwareVersion name=\"Cisco-ISR-15.x--IKEv2+BGP\" />");
  }

  @Test
  void writesAScriptForAListedDevice() {
    bench.make("localNetworkGateways/l", Sites.localGateway());
    bench.make("connections/c", Sites.ipsec());
    String call = "connections/c/vpndeviceconfigurationscript";

    Bench.Reply script =
        bench.post(
            call,
            """
            {'vendor': 'Cisco', 'deviceFamily': 'Cisco-ISR(IOS)',
             'firmwareVersion': 'Cisco-ISR-15.x--IKEv2+BGP'}
            """);

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.body().asText())
        .contains("Pre-shared key: abc123", "40.50.60.70", "192.168.0.0/16", "10.0.0.0/16");
    assertThat(
            bench.post(call, "{'vendor': 'x', 'deviceFamily': 'y', 'firmwareVersion': 'z'}").code())
        .isEqualTo("VpnDeviceNotSupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generatevpnclientpackage", "generatevpnprofile"})
  void makesProfilesForClients(String action) {
    assertThat(bench.post(GATEWAY + "/" + action, "{}").code()).isEqualTo("VpnClientNotConfigured");
    allowClients();

    Bench.Reply accepted = bench.post(GATEWAY + "/" + action, "{}");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.header("Azure-AsyncOperation")).isEmpty();
    String url = bench.outcome(accepted).body().asText();
    assertThat(url).endsWith(".zip");
    assertThat(bench.outcome(bench.post(GATEWAY + "/getvpnprofilepackageurl", "")).body().asText())
        .isEqualTo(url);
    assertThat(bench.get(GATEWAY).body().toString()).doesNotContain(url);
  }

  @Test
  void keepsTheParametersOfItsClients() {
    allowClients();

    Bench.Reply set = bench.post(GATEWAY + "/setvpnclientipsecparameters", POLICY);

    assertThat(bench.end(set).path("status").asText()).isEqualTo("Succeeded");
    assertThat(bench.post(GATEWAY + "/getvpnclientipsecparameters", "").body())
        .isEqualTo(Bench.json(POLICY));
    JsonNode client = bench.get(GATEWAY).body().at("/properties/vpnClientConfiguration");
    assertThat(client.path("vpnClientIpsecPolicies").get(0)).isEqualTo(Bench.json(POLICY));
    assertThat(client.path("vpnClientProtocols").toString()).isEqualTo("[\"SSTP\",\"IkeV2\"]");
  }

  @Test
  void capturesPackets() {
    assertThat(bench.post(GATEWAY + "/stopPacketCapture", "{'sasUrl': 'https://x'}").code())
        .isEqualTo("PacketCaptureNotRunning");

    JsonNode started = bench.end(bench.post(GATEWAY + "/startPacketCapture", ""));

    assertThat(started.path("status").asText()).isEqualTo("Succeeded");
    assertThat(started.at("/properties/output").asText())
        .isEqualTo("{\"Status\":\"Successful\",\"Data\":\"\"}");
    assertThat(capture()).isEqualTo("Running");
    assertThat(bench.post(GATEWAY + "/startPacketCapture", "").code())
        .isEqualTo("PacketCaptureAlreadyRunning");
    Bench.Reply stopped =
        bench.outcome(bench.post(GATEWAY + "/stopPacketCapture", "{'sasUrl': 'https://x'}"));
    assertThat(capture()).isEqualTo("None");
    JsonNode files =
        Bench.json(
            Bench.json(Bench.json(stopped.body().asText()).path("Data").asText()).get(0).asText());
    JsonNode file = Bench.json(files.path("GatewayTenantWorker_IN_1").asText());
    assertThat(file.path("Message").asText())
        .isEqualTo("Trace File Uploaded Successfully to given SasUrl");
    assertThat(file.path("SasFilePath").asText())
        .matches(
            "2026/1/5/\\d\\d:\\d\\d:\\d\\d\\.\\d{7}/[0-9a-f]{32}/_Instance_GatewayTenantWorker_IN_1\\.pcap");
  }

  private String capture() {
    return bench.get(GATEWAY).body().at("/properties/packetCaptureDiagnosticState").asText();
  }

  @Test
  void answersTheQuestionsToAConnection() {
    bench.make("localNetworkGateways/l", Sites.localGateway());
    bench.make("connections/c", Sites.ipsec());

    assertThat(bench.outcome(bench.post("connections/c/getikesas", "")).body().asText())
        .contains("\"Status\":\"Successful\"");
    assertThat(bench.end(bench.post("connections/c/resetconnection", "")).path("status").asText())
        .isEqualTo("Succeeded");
    assertThat(bench.post("connections/c/unknown", "").code()).isEqualTo("InvalidResourceType");
  }

  @Test
  void hasNatRulesOfTheirOwn() {
    String path = GATEWAY + "/natRules/n";

    JsonNode rule =
        bench.make(
            path,
            """
            {'properties': {'mode': 'IngressSnat',
              'internalMappings': [{'addressSpace': '10.4.0.0/24'}],
              'externalMappings': [{'addressSpace': '192.168.21.0/24'}]}}
            """);

    assertThat(rule.at("/properties/type").asText()).isEqualTo("Static");
    assertThat(rule.at("/properties/mode").asText()).isEqualTo("IngressSnat");
    assertThat(bench.get(GATEWAY).body().at("/properties/natRules")).hasSize(1);
    assertThat(bench.get(GATEWAY + "/natRules").body().path("value")).hasSize(1);
    bench.remove(path);
    assertThat(bench.get(path).code()).isEqualTo("NotFound");
  }
}
