package io.github.hybridnet.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the published parameter files are: deployable in form, with findings. */
class ReferenceFilesTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");
  private static final Path ARTICLE = Path.of("src/test/resources/article");

  @TempDir Path directory;

  @Test
  void aloneTheFourFilesHaveOneErrorWhichIsTheRetiredSku() throws IOException {
    copyFour(REFERENCE);

    List<Finding> findings = check(directory, false);

    assertThat(findings)
        .extracting(f -> f.code() + " " + f.severity() + " " + shortPlace(f))
        .containsExactly(
            "HN2043 INFO expressRouteCircuit.parameters.json:13:20",
            "HN2031 ERROR virtualNetworkGateway-vpn.parameters.json:16:16",
            "HN2051 WARNING virtualNetworkGateway-vpn.parameters.json:23:22",
            "HN2052 WARNING virtualNetworkGateway-vpn.parameters.json:23:22");
  }

  @Test
  void theSecurityGroupsNameAnotherNetworkAndSubnetsThatItDoesNotHave() {
    assertThat(check(REFERENCE, false))
        .filteredOn(f -> f.place().file().contains("networkSecurityGroups"))
        .extracting(f -> f.code() + " " + f.severity() + " " + shortPlace(f))
        .containsExactly(
            "HN2001 ERROR networkSecurityGroups.parameters.json:7:17",
            "HN2007 ERROR networkSecurityGroups.parameters.json:17:13",
            "HN2007 ERROR networkSecurityGroups.parameters.json:48:13");
  }

  @Test
  void modernisingLeavesNoError() throws IOException {
    copyFour(REFERENCE);

    List<Finding> findings = check(directory, true);

    assertThat(findings).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    assertThat(findings)
        .filteredOn(f -> f.code().equals("HN2031"))
        .extracting(Finding::message)
        .containsExactly(
            "VPN gateway 'ra-hybrid-vpn-vgw' has the SKU 'Standard', which Azure has not created"
                + " since December 2023 and retired in March 2026; 'VpnGw1AZ' is used instead.");
  }

  @Test
  void theArticlesVariantIsJudgedAsTheReferenceIs() {
    assertThat(check(ARTICLE, false))
        .extracting(Finding::code)
        .containsExactly("HN2043", "HN2031", "HN2051", "HN2052");
    HybridNetwork network = read(ARTICLE).network();
    assertThat(Objects.requireNonNull(network.virtualNetwork()).addressPrefixes())
        .containsExactly(new Cidr("10.20.0.0/16"));
  }

  @Test
  void theModelHoldsWhatTheFilesSay() {
    HybridNetwork network = read(REFERENCE).network();

    assertThat(network.resourceGroup()).isEqualTo("ra-hybrid-vpn-er-rg");
    VirtualNetwork virtualNetwork = Objects.requireNonNull(network.virtualNetwork());
    assertThat(virtualNetwork.name()).isEqualTo("ra-hybrid-vpn-er-vnet");
    assertThat(virtualNetwork.subnets())
        .extracting(Subnet::name, s -> s.addressPrefix().text())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("GatewaySubnet", "10.0.255.224/27"),
            org.assertj.core.groups.Tuple.tuple("web", "10.0.1.0/24"));
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    assertThat(vpn.gateway().sku()).isEqualTo("Standard");
    assertThat(vpn.gateway().publicIp().name()).isEqualTo("ra-hybrid-vpn-vgw-pip");
    assertThat(vpn.gateway().publicIp().policy()).isEqualTo(PublicIp.Policy.AUTO);
    Secret key = Objects.requireNonNull(vpn.connections().get(0).sharedKey());
    assertThat(key.reveal()).isEqualTo("123secret");
    assertThat(key.source()).isEqualTo(Secret.Source.FILE);
    LocalNetworkGateway device =
        Objects.requireNonNull(vpn.connections().get(0).localNetworkGateway());
    assertThat(device.ipAddress()).isEqualTo("40.50.60.70");
    GatewayDeclaration expressRoute = Objects.requireNonNull(network.expressRoute());
    assertThat(Objects.requireNonNull(expressRoute.connections().get(0).circuit()).name())
        .isEqualTo("ra-hybrid-vpn-er-erc");
    Circuit circuit = network.circuits().get(0);
    assertThat(circuit.provider()).isEqualTo(new Circuit.Provider("Equinix", "Silicon Valley", 50));
    assertThat(Objects.requireNonNull(network.networkSecurityGroups()).groups())
        .extracting(NetworkSecurityGroup::name)
        .containsExactly("bb-dev-web-nsg", "bb-dev-data-nsg");
  }

  @Test
  void columnsCountCharactersAfterTheByteOrderMark() {
    HybridNetwork network = read(REFERENCE).network();

    Circuit circuit = network.circuits().get(0);
    assertThat(circuit.origin().at("name"))
        .isEqualTo(
            new SourceLocation(
                REFERENCE.resolve("expressRouteCircuit.parameters.json").toString(),
                12,
                17,
                "/parameters/expressRouteCircuitSettings/value/name"));
    VirtualNetwork virtualNetwork = Objects.requireNonNull(network.virtualNetwork());
    assertThat(virtualNetwork.origin().at("addressPrefixes/0"))
        .extracting(SourceLocation::line, SourceLocation::column)
        .containsExactly(9, 11);
  }

  private void copyFour(Path from) throws IOException {
    for (ParameterFile file : ParameterFile.values()) {
      if (file != ParameterFile.NETWORK_SECURITY_GROUPS) {
        Files.copy(from.resolve(file.fileName()), directory.resolve(file.fileName()));
      }
    }
  }

  private static ConfigurationReader.Result read(Path directory) {
    return new ConfigurationReader()
        .read(
            new ConfigurationReader.Request(
                directory,
                ParameterFileSelection.requiring(EnumSet.allOf(ParameterFile.class)),
                null,
                ValueLookup.NOTHING,
                ValueLookup.NOTHING));
  }

  private static List<Finding> check(Path directory, boolean modernise) {
    ConfigurationReader.Result configurationResult = read(directory);
    assertThat(configurationResult.findings()).isEmpty();
    return NetworkValidator.standard().validate(configurationResult.network(), modernise);
  }

  private static String shortPlace(Finding finding) {
    return finding.place().toString().replaceAll(".*[/\\\\]", "");
  }
}
