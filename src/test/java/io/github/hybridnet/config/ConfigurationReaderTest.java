package io.github.hybridnet.config;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.NETWORK_SECURITY_GROUPS;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.VirtualNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the optional properties become. */
class ConfigurationReaderTest {
  @TempDir Path directory;

  private ParameterDirectory files;

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  @Test
  void readsEveryPropertyOfTheVpnGateway() {
    Gateway gateway = vpn().gateway();

    assertThat(gateway.type()).isEqualTo(GatewayType.VPN);
    assertThat(gateway.sku()).isEqualTo("VpnGw2AZ");
    assertThat(gateway.generation()).isEqualTo("Generation2");
    assertThat(gateway.activeActive()).isFalse();
    BgpSettings bgpSettings = Objects.requireNonNull(gateway.bgp());
    assertThat(bgpSettings.enabled()).isTrue();
    assertThat(bgpSettings.asn()).isEqualTo(65515);
    assertThat(bgpSettings.peeringAddress()).isNull();
    assertThat(gateway.publicIp().name()).isEqualTo("hub-vpn-ip");
    assertThat(gateway.publicIp().policy()).isEqualTo(PublicIp.Policy.ALWAYS);
    assertThat(gateway.publicIp().zones()).containsExactly("1", "2", "3");
  }

  @Test
  void readsEveryPropertyOfTheIpsecConnection() {
    GatewayConnection gatewayConnection = vpn().connections().get(0);

    assertThat(gatewayConnection.options().routingWeight()).isEqualTo(10);
    assertThat(gatewayConnection.options().enableBgp()).isTrue();
    assertThat(gatewayConnection.options().dpdTimeoutSeconds()).isEqualTo(45);
    assertThat(gatewayConnection.options().ipsecPolicies())
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(policy.saLifeTimeSeconds()).isEqualTo(27_000);
              assertThat(policy.saDataSizeKilobytes()).isEqualTo(102_400_000);
              assertThat(policy.ipsec())
                  .isEqualTo(new IpsecPolicy.Algorithms("GCMAES256", "GCMAES256"));
              assertThat(policy.ike())
                  .isEqualTo(
                      new IpsecPolicy.Ike(
                          new IpsecPolicy.Algorithms("AES256", "SHA384"), "ECP384"));
              assertThat(policy.pfsGroup()).isEqualTo("ECP384");
            });
    LocalNetworkGateway device = Objects.requireNonNull(gatewayConnection.localNetworkGateway());
    BgpSettings bgpSettings = Objects.requireNonNull(device.bgp());
    assertThat(bgpSettings.asn()).isEqualTo(65010);
    assertThat(bgpSettings.peeringAddress()).isEqualTo("192.168.0.1");
  }

  @Test
  void readsTheExpressRouteGatewayAndItsConnection() {
    GatewayDeclaration declaration = Objects.requireNonNull(files.read().network().expressRoute());

    assertThat(declaration.gateway().autoscale()).isEqualTo(new Gateway.Autoscale(2, 3));
    assertThat(declaration.gateway().publicIp().name()).isEqualTo("hub-er-vgw-pip");
    assertThat(declaration.gateway().bgp()).isNull();
    assertThat(declaration.connections().get(0).options().expressRouteGatewayBypass()).isFalse();
    assertThat(declaration.connections().get(0).options().routingWeight()).isZero();
  }

  @Test
  void settingsMayBeLists() {
    files.edit(CIRCUIT, "{\n        \"name\": \"hub-erc\"", "[{\n        \"name\": \"hub-erc\"");
    files.edit(
        CIRCUIT,
        "\"4711\" }\n      }",
        "\"4711\" }\n"
            + "      }, {\"name\": \"second-erc\", \"skuTier\": \"Standard\", \"skuFamily\":"
            + " \"MeteredData\", \"serviceProviderName\": \"Equinix\", \"peeringLocation\":"
            + " \"London\", \"bandwidthInMbps\": 1000}]");
    ConfigurationReader.Result read = files.read();
    assertThat(read.findings()).isEmpty();
    assertThat(read.network().circuits())
        .extracting(Circuit::name)
        .containsExactly("hub-erc", "second-erc");
    assertThat(read.network().circuits().get(1).origin().at("name").line()).isEqualTo(25);
  }

  @Test
  void mistakesInListsHaveTheirPlaces() {
    files.edit(CIRCUIT, "{\n        \"name\": \"hub-erc\"", "[{\n        \"name\": \"hub-erc\"");
    files.edit(CIRCUIT, "\"4711\" }\n      }", "\"4711\" }\n      }, {\"name\": 7}, 5]");
    assertThat(files.read().findings())
        .extracting(Finding::code, finding -> finding.place().line())
        .contains(tuple("HN1011", 25), tuple("HN1012", 25))
        .hasSize(7);
    files.write(CIRCUIT, "{\"parameters\": {\"expressRouteCircuitSettings\": {\"value\": []}}}");
    assertThat(files.read().findings())
        .extracting(Finding::code, finding -> finding.place().column())
        .containsExactly(tuple("HN1016", 58));
  }

  @Test
  void readsThePeeringsAndTagsOfTheCircuit() {
    Circuit circuit = files.read().network().circuits().get(0);

    assertThat(circuit.tags()).isEqualTo(Map.of("costCenter", "4711"));
    assertThat(circuit.peerings())
        .singleElement()
        .satisfies(
            peering -> {
              assertThat(peering.type()).isEqualTo(Peering.PRIVATE);
              assertThat(peering.vlanId()).isEqualTo(100);
              assertThat(peering.peerAsn()).isEqualTo(65010);
              assertThat(peering.primaryPeerAddressPrefix()).isEqualTo(new Cidr("172.16.0.0/30"));
              assertThat(peering.secondaryPeerAddressPrefix()).isEqualTo(new Cidr("172.16.0.4/30"));
            });
  }

  @Test
  void readsWhatACircuitMayHave() {
    files.edit(
        CIRCUIT,
        "\"name\": \"hub-erc\"",
        "\"name\": \"hub-erc\", \"resourceGroup\": \"circuits-rg\", \"authorizations\": [\"a\","
            + " \"b\"]");

    HybridNetwork network = files.read().network();

    Circuit circuit = network.circuits().get(0);
    assertThat(circuit.resourceGroup()).isEqualTo("circuits-rg");
    assertThat(circuit.authorizations()).containsExactly("a", "b");
    assertThat(network.resourceGroup()).isEqualTo("hub-rg");
    assertThat(network.resourceGroupOf(circuit)).isEqualTo("circuits-rg");
    assertThat(files.read("other-rg").network().resourceGroupOf(circuit)).isEqualTo("circuits-rg");
  }

  @Test
  void readsTheNetworkAndItsSecurityGroups() {
    HybridNetwork network = files.read().network();

    VirtualNetwork virtualNetwork = Objects.requireNonNull(network.virtualNetwork());
    assertThat(virtualNetwork.dnsServers()).containsExactly("10.1.2.4");
    assertThat(virtualNetwork.subnets().get(2).networkSecurityGroup()).isEqualTo("data-nsg");
    NetworkSecurityGroups groups = Objects.requireNonNull(network.networkSecurityGroups());
    assertThat(groups.groups().get(0).rules().get(1))
        .extracting(SecurityRule::priority, SecurityRule::from, SecurityRule::to)
        .containsExactly(
            4096,
            new SecurityRule.Endpoint("*", "1024-65535"),
            new SecurityRule.Endpoint("10.1.1.4", "*"));
  }

  @Test
  void enumeratedValuesGetTheirCanonicalSpelling() {
    files
        .edit(VPN_GATEWAY, "\"Vpn\"", "\"vpn\"")
        .edit(VPN_GATEWAY, "\"RouteBased\"", "\"routebased\"")
        .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"vpngw2az\"")
        .edit(VPN_GATEWAY, "\"IPsec\"", "\"IPSEC\"")
        .edit(CIRCUIT, "\"Standard\"", "\"STANDARD\"")
        .edit(VIRTUAL_NETWORK, "\"GatewaySubnet\"", "\"gatewaysubnet\"")
        .edit(NETWORK_SECURITY_GROUPS, "\"Deny\"", "\"deny\"");

    ConfigurationReader.Result configurationResult = files.read();

    assertThat(configurationResult.findings()).isEmpty();
    HybridNetwork network = configurationResult.network();
    assertThat(vpn().gateway())
        .extracting(Gateway::type, Gateway::vpnType, Gateway::sku)
        .containsExactly(GatewayType.VPN, "RouteBased", "VpnGw2AZ");
    assertThat(vpn().connections().get(0).type()).isEqualTo("IPsec");
    assertThat(network.circuits().get(0).skuTier()).isEqualTo("Standard");
    assertThat(Objects.requireNonNull(network.virtualNetwork()).subnets().get(0).name())
        .isEqualTo("GatewaySubnet");
    assertThat(
            Objects.requireNonNull(network.networkSecurityGroups())
                .groups()
                .get(0)
                .rules()
                .get(1)
                .access())
        .isEqualTo("Deny");
  }

  @Test
  void filesThatAreNotRequiredMayBeAbsent() throws IOException {
    for (ParameterFile file : ParameterFile.values()) {
      if (file != CIRCUIT) {
        Files.delete(files.path(file));
      }
    }

    ConfigurationReader.Result configurationResult =
        new ConfigurationReader()
            .read(
                new ConfigurationReader.Request(
                    directory,
                    ParameterFileSelection.requiring(Set.of(CIRCUIT)),
                    null,
                    name -> "100",
                    name -> "peering-key"));

    assertThat(configurationResult.findings()).isEmpty();
    HybridNetwork network = configurationResult.network();
    assertThat(network.circuits()).hasSize(1);
    assertThat(network.vpn()).isNull();
    assertThat(network.expressRoute()).isNull();
    assertThat(network.virtualNetwork()).isNull();
    assertThat(network.networkSecurityGroups()).isNull();
    assertThat(network.resourceGroup()).isNull();
  }

  @Test
  void brokenFileTakesOnlyItsOwnPartAway() {
    files.write(EXPRESS_ROUTE_GATEWAY, "{ \"parameters\": 7 }");

    HybridNetwork network = files.read().network();

    assertThat(network.expressRoute()).isNull();
    assertThat(network.vpn()).isNotNull();
    assertThat(network.virtualNetwork()).isNotNull();
  }

  @Test
  void gatewayFileOfTheOlderArticleIsUnderstood() {
    files.edit(
        VPN_GATEWAY,
        "{ \"name\": \"hub-vnet\", \"resourceGroup\": \"hub-rg\" }",
        "{ \"name\": \"hub-vnet\", \"addressPrefixes\": [ \"10.20.0.0/16\" ], \"dnsServers\": [ ]"
            + " }");

    ConfigurationReader.Result configurationResult = files.read();

    assertThat(configurationResult.findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("HN1017", Severity.WARNING));
    assertThat(configurationResult.network().resourceGroup()).isEqualTo("hub-rg");
  }

  private GatewayDeclaration vpn() {
    return Objects.requireNonNull(files.read().network().vpn());
  }
}
