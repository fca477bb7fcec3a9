package io.github.hybridnet.config.file;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.NETWORK_SECURITY_GROUPS;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence about parameter files, as a user reads it. */
class FileContentProblemsTest {
  @TempDir Path directory;

  private ParameterDirectory files;

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  @Test
  void completeFilesHaveNothingWrong() {
    assertThat(files.read().findings()).isEmpty();
  }

  @Test
  void directoryDoesNotExist() {
    Path missing = directory.resolve("missing");
    ConfigurationReader.Result configurationResult =
        new ConfigurationReader()
            .read(
                new ConfigurationReader.Request(
                    missing,
                    ParameterFileSelection.requiring(Set.of()),
                    "rg",
                    ValueLookup.NOTHING,
                    ValueLookup.NOTHING));

    assertThat(configurationResult.network().resourceGroup()).isEqualTo("rg");
    assertThat(configurationResult.findings())
        .containsExactly(
            finding(
                "HN1001",
                "There is no directory '" + missing + "'.",
                SourceLocation.of(missing.toString()),
                "Create the directory with the parameter files, or set"
                    + " hybridnet.parametersDirectory to another one."));
  }

  @Test
  void requiredFileDoesNotExist() {
    files.delete(CIRCUIT);

    only(
        "HN1002",
        "The parameter file '" + files.path(CIRCUIT) + "' does not exist.",
        SourceLocation.of(files.path(CIRCUIT).toString()),
        "Add the file under exactly this name, or set hybridnet.parametersDirectory to another"
            + " directory.");
    assertThat(files.read().network().circuits()).isEmpty();
  }

  @Test
  void securityGroupsAreNeverRequired() {
    files.delete(NETWORK_SECURITY_GROUPS);

    assertThat(files.read().findings()).isEmpty();
  }

  @Test
  void fileIsADirectory() throws IOException {
    files.delete(CIRCUIT);
    Files.createDirectory(files.path(CIRCUIT));

    only(
        "HN1003",
        "The parameter file '" + files.path(CIRCUIT) + "' cannot be read.",
        SourceLocation.of(files.path(CIRCUIT).toString()),
        "Put a file with this name there that this user may read.");
  }

  @Test
  void fileIsTooLarge() {
    files.write(CIRCUIT, " ".repeat((1 << 20) + 1));

    only(
        "HN1004",
        "The file must have at most 1048576 bytes.",
        SourceLocation.of(files.path(CIRCUIT).toString()),
        "Put the right parameter file there: another file may have this name by mistake.");
  }

  @Test
  void fileIsUtf16() {
    files.write(CIRCUIT, files.text(CIRCUIT).getBytes(StandardCharsets.UTF_16));

    only(
        "HN1005",
        "The file is not encoded in UTF-8.",
        place(CIRCUIT, 1, 1, ""),
        "Save the file as UTF-8, with or without a byte order mark.");
  }

  @Test
  void fileIsUtf16WithoutMark() {
    files.write(CIRCUIT, files.text(CIRCUIT).getBytes(StandardCharsets.UTF_16LE));

    assertThat(files.read().findings()).extracting(Finding::code).containsExactly("HN1005");
  }

  @Test
  void byteIsNotUtf8() {
    byte[] bytes = files.text(CIRCUIT).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;
    files.write(CIRCUIT, bytes);

    assertThat(files.read().findings())
        .extracting(Finding::code, f -> f.place().line(), f -> f.place().column())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("HN1005", 27, 4));
  }

  @Test
  void byteOrderMarkIsAccepted() {
    files.write(CIRCUIT, "\uFEFF" + files.text(CIRCUIT));

    assertThat(files.read().findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "  \n ", "// nothing"})
  void fileIsEmpty(String text) {
    files.write(CIRCUIT, text);

    only(
        "HN1006",
        "The file is empty.",
        SourceLocation.of(files.path(CIRCUIT).toString()),
        "Write the parameters in the file, or delete the file if it is not needed.");
  }

  @Test
  void fileEndsEarly() {
    files.write(CIRCUIT, "{\n  \"parameters\": {");

    only(
        "HN1006",
        "The file ends before its JSON is complete.",
        place(CIRCUIT, 2, 18, ""),
        "Close every quote, comment, bracket and brace.");
  }

  @Test
  void commaTrails() {
    files.edit(CIRCUIT, "\"costCenter\": \"4711\" }", "\"costCenter\": \"4711\", }");

    only(
        "HN1006",
        "There is a comma before the closing '}', which JSON does not allow.",
        place(CIRCUIT, 24, 41, ""),
        "Remove the comma.");
  }

  @Test
  void commaIsMissing() {
    files.edit(CIRCUIT, "\"hub-erc\",", "\"hub-erc\"");

    only(
        "HN1006",
        "This is not JSON: the character '\"' is not expected here.",
        place(CIRCUIT, 8, 9, ""),
        "Correct the commas, double quotes, brackets or braces here or before this place.");
  }

  @Test
  void quotesAreMissingAndTheValueIsNotQuoted() {
    files.edit(VPN_GATEWAY, "\"${env.VPN_SHARED_KEY}\"", "s3cretWithoutQuotes");

    only(
        "HN1006",
        "This is not JSON.",
        place(VPN_GATEWAY, 24, 22, ""),
        "Correct the commas, double quotes, brackets or braces here or before this place.");
  }

  @Test
  void somethingFollowsTheEnd() {
    files.write(CIRCUIT, files.text(CIRCUIT) + "{}");

    only(
        "HN1006",
        "There is text after the end of the JSON.",
        place(CIRCUIT, 29, 1, ""),
        "Keep one object in the file and remove the rest.");
  }

  @Test
  void nestingIsTooDeep() {
    files.write(CIRCUIT, "[".repeat(100_000));

    assertThat(files.read().findings())
        .extracting(Finding::code, Finding::message, Finding::fix)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "HN1007",
                "The JSON must have at most 32 levels, texts of at most 20000 characters and"
                    + " numbers of at most 100 digits.",
                "Put the right parameter file there: another file may have this name by mistake."));
  }

  @Test
  void propertyIsWrittenTwice() {
    files.edit(CIRCUIT, "\"skuTier\"", "\"name\": \"hub-erc\", \"skuTier\"");

    only(
        "HN1008",
        "The property 'name' is written twice; the first is at " + files.path(CIRCUIT) + ":7:9.",
        place(CIRCUIT, 8, 9, "/parameters/expressRouteCircuitSettings/value/name"),
        "Keep one of the two, and remove the other.");
  }

  @Test
  void propertyOfAPlaceholderIsNotDefined() {
    files.edit(CIRCUIT, "${circuit.bandwidth}", "${nowhere}");

    only(
        "HN1009",
        "The placeholder '${nowhere}' has no value.",
        place(CIRCUIT, 12, 28, "/parameters/expressRouteCircuitSettings/value/bandwidthInMbps"),
        "Define the Maven property 'nowhere', for example with -Dnowhere=..., or write '$${' for a"
            + " literal '${'.");
  }

  @Test
  void environmentVariableOfAPlaceholderIsNotSet() {
    files.edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "${env.NOT_SET}");

    only(
        "HN1009",
        "The placeholder '${env.NOT_SET}' has no value.",
        place(VPN_GATEWAY, 24, 22, "/parameters/connectionSettings/value/sharedKey"),
        "Set the environment variable 'NOT_SET', or write '$${' for a literal '${'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "${}", "${env.}", "${a", "x${a${b}}"})
  void placeholderIsBroken(String placeholder) {
    files.edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", placeholder);

    only(
        "HN1010",
        "A placeholder begins with '${' and has no name or no closing '}'.",
        place(VPN_GATEWAY, 24, 22, "/parameters/connectionSettings/value/sharedKey"),
        "Write '${name}' or '${env.NAME}', or '$${' for a literal '${'.");
  }

  @Test
  void propertyIsMissing() {
    files.edit(CIRCUIT, "        \"skuTier\": \"Standard\",\n", "");

    only(
        "HN1011",
        "The property 'skuTier' is missing from 'expressRouteCircuitSettings'.",
        place(CIRCUIT, 6, 16, "/parameters/expressRouteCircuitSettings/value"),
        "Add \"skuTier\".");
    assertThat(files.read().network().circuits()).isEmpty();
  }

  @Test
  void parametersAreMissing() {
    files.write(CIRCUIT, "{}");

    only(
        "HN1011",
        "The property 'parameters' is missing from the file.",
        place(CIRCUIT, 1, 1, ""),
        "Add \"parameters\".");
  }

  @Test
  void typeIsWrong() {
    files.edit(CIRCUIT, "\"${circuit.bandwidth}\"", "\"50\"");

    only(
        "HN1012",
        "'bandwidthInMbps' must be a whole number, but is text.",
        place(CIRCUIT, 12, 28, "/parameters/expressRouteCircuitSettings/value/bandwidthInMbps"),
        "Write a whole number.");
  }

  @Test
  void typeOfASecretIsWrong() {
    files.edit(VPN_GATEWAY, "\"${env.VPN_SHARED_KEY}\"", "123456");

    only(
        "HN1012",
        "'sharedKey' must be text or a Key Vault reference, but is a number.",
        place(VPN_GATEWAY, 24, 22, "/parameters/connectionSettings/value/sharedKey"),
        "Write text or a Key Vault reference.");
  }

  @Test
  void fileIsNotAnObject() {
    files.write(CIRCUIT, "[ ]");

    only(
        "HN1012",
        "The file must be an object, but is a list.",
        place(CIRCUIT, 1, 1, ""),
        "Write an object.");
  }

  @Test
  void itemHasTheWrongType() {
    files.edit(VIRTUAL_NETWORK, "\"10.1.2.4\"", "null");

    only(
        "HN1012",
        "'dnsServers[0]' must be text, but is null.",
        place(VIRTUAL_NETWORK, 15, 25, "/parameters/virtualNetworkSettings/value/dnsServers/0"),
        "Write text.");
  }

  @Test
  void valueOfAPlaceholderHasTheWrongType() {
    files.property("circuit.bandwidth", "canary");

    only(
        "HN1012",
        "'bandwidthInMbps' must be a whole number, but the value of '${circuit.bandwidth}' cannot"
            + " be read as that.",
        place(CIRCUIT, 12, 28, "/parameters/expressRouteCircuitSettings/value/bandwidthInMbps"),
        "Give the placeholder a value that is a whole number.");
  }

  @Test
  void propertyIsUnknownAndNearAKnownOne() {
    files.edit(CIRCUIT, "\"bandwidthInMbps\"", "\"bandwithInMbps\"");

    assertThat(files.read().findings())
        .containsExactly(
            finding(
                "HN1011",
                "The property 'bandwidthInMbps' is missing from 'expressRouteCircuitSettings'.",
                place(CIRCUIT, 6, 16, "/parameters/expressRouteCircuitSettings/value"),
                "Add \"bandwidthInMbps\"."),
            finding(
                "HN1013",
                "There is no property 'bandwithInMbps' here.",
                place(
                    CIRCUIT, 12, 9, "/parameters/expressRouteCircuitSettings/value/bandwithInMbps"),
                "Write 'bandwidthInMbps', or remove 'bandwithInMbps'."));
  }

  @Test
  void propertyIsUnknownAndNearNone() {
    files.edit(VIRTUAL_NETWORK, "\"name\": \"web\"", "\"name\": \"web\", \"delegations\": []");

    only(
        "HN1013",
        "There is no property 'delegations' here.",
        place(
            VIRTUAL_NETWORK,
            12,
            28,
            "/parameters/virtualNetworkSettings/value/subnets/1/delegations"),
        "Remove 'delegations'; the properties known here are name, addressPrefix,"
            + " networkSecurityGroup.");
  }

  @Test
  void valueIsNotAllowedAndNearAnAllowedOne() {
    files.edit(CIRCUIT, "\"Standard\"", "\"Standart\"");

    only(
        "HN1014",
        "'skuTier' cannot be 'Standart'.",
        place(CIRCUIT, 8, 20, "/parameters/expressRouteCircuitSettings/value/skuTier"),
        "Write 'Standard'; the allowed values are Local, Standard, Premium.");
  }

  @Test
  void valueOfAPlaceholderIsNotAllowed() {
    files.edit(CIRCUIT, "\"Standard\"", "\"${tier}\"").property("tier", "canary");

    only(
        "HN1014",
        "'skuTier' has a value that is not allowed.",
        place(CIRCUIT, 8, 20, "/parameters/expressRouteCircuitSettings/value/skuTier"),
        "Write one of Local, Standard, Premium.");
  }

  @Test
  void numberIsOutOfRange() {
    files.edit(VPN_GATEWAY, "\"routingWeight\": 10", "\"routingWeight\": 32001");

    only(
        "HN1015",
        "'routingWeight' must be from 0 to 32000.",
        place(VPN_GATEWAY, 32, 26, "/parameters/connectionSettings/value/routingWeight"),
        "Write a number that is from 0 to 32000.");
  }

  @Test
  void listIsTooShort() {
    files.edit(VIRTUAL_NETWORK, "\"10.1.0.0/16\", \"fd00:db8:1::/48\"", "");

    only(
        "HN1016",
        "'addressPrefixes' must have at least 1 item.",
        place(VIRTUAL_NETWORK, 9, 28, "/parameters/virtualNetworkSettings/value/addressPrefixes"),
        "Add the missing items to the list.");
  }

  @Test
  void propertyIsIgnored() {
    files.edit(
        NETWORK_SECURITY_GROUPS,
        "\"networkInterfaces\": [ ]",
        "\"networkInterfaces\": [ \"web1-nic1\" ]");

    assertThat(files.read().findings())
        .containsExactly(
            new Finding(
                "HN1017",
                Severity.WARNING,
                "'networkInterfaces' is ignored: network interfaces are not part of the hybrid"
                    + " network.",
                place(
                    NETWORK_SECURITY_GROUPS,
                    11,
                    32,
                    "/parameters/networkSecurityGroupsSettings/value/0/networkInterfaces"),
                "Remove the property, so that nobody relies on it.",
                null));
  }

  @Test
  void propertyCannotBeDeclared() {
    files.edit(VPN_GATEWAY, "\"activeActive\": false", "\"tags\": {\"CostCenter\": \"42\"}");

    only(
        "HN1013",
        "'tags' cannot be set in parameter files yet: this version writes only the tags of the"
            + " virtual network and the circuit. If a policy requires tags, use Azure's built-in"
            + " policy that adds those of the resource group.",
        place(VPN_GATEWAY, 13, 17, "/parameters/virtualNetworkGatewaySettings/value/tags"),
        "Remove the property, and set it with another tool, such as the Azure CLI. The value in"
            + " Azure is kept.");
  }

  @Test
  void aNameThatIsWrittenAlreadyIsNotOffered() {
    files.edit(
        VPN_GATEWAY,
        "\"virtualNetworkGateway1\": { \"name\": \"hub-vpn-vgw\" },",
        "\"virtualNetworkGateway1\": { \"name\": \"hub-vpn-vgw\" }, \"virtualNetworkGateway2\":"
            + " {},");

    assertThat(files.read().findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.fix())
                    .startsWith(
                        "Remove 'virtualNetworkGateway2'; the properties known here are name,")
                    .doesNotContain("tags"));
  }

  @Test
  void theNetworksOwnFileNamesAnotherGroup() {
    files.edit(
        VIRTUAL_NETWORK,
        "\"name\": \"hub-vnet\",",
        "\"name\": \"hub-vnet\", \"resourceGroup\": \"o\",");

    assertThat(files.read().findings())
        .extracting(Finding::code)
        .containsExactly("HN1017", "HN1020");
    assertThat(files.read().findings().get(1).message())
        .isEqualTo("The resource group is 'o' here, but the network is deployed to 'hub-rg'.");
    assertThat(files.read().findings().get(1).fix())
        .as("nobody may take it for advice to delete the group in Azure")
        .isEqualTo(
            "Write 'hub-rg' here, or remove this property: the parameter files of the gateways"
                + " name the resource group.");
    assertThat(files.read("other-rg").findings())
        .filteredOn(f -> f.place().file().endsWith(VIRTUAL_NETWORK.fileName()))
        .extracting(Finding::code)
        .containsExactly("HN1017", "HN1019");
  }

  @Test
  void propertyIsWrittenInAnotherWay() {
    files.edit(VPN_GATEWAY, "\"activeActive\": false", "\"bgpSettings\": {\"asn\": 65515}");

    only(
        "HN1018",
        "'bgpSettings' must be written in another way here.",
        place(VPN_GATEWAY, 13, 24, "/parameters/virtualNetworkGatewaySettings/value/bgpSettings"),
        "Write enableBgp and asn.");
  }

  @Test
  void resourceGroupIsOverridden() {
    ConfigurationReader.Result configurationResult = files.read("other-rg");

    assertThat(configurationResult.network().resourceGroup()).isEqualTo("other-rg");
    assertThat(configurationResult.findings())
        .containsExactly(
            overridden(NETWORK_SECURITY_GROUPS),
            overridden(EXPRESS_ROUTE_GATEWAY),
            overridden(VPN_GATEWAY));
  }

  @Test
  void resourceGroupIsGivenAsItIs() {
    ConfigurationReader.Result configurationResult = files.read("HUB-RG");

    assertThat(configurationResult.findings()).isEmpty();
    assertThat(configurationResult.network().resourceGroup()).isEqualTo("HUB-RG");
  }

  @Test
  void resourceGroupsOfTheGatewaysDiffer() {
    files.edit(VPN_GATEWAY, "\"hub-rg\"", "\"vpn-rg\"");
    SourceLocation vpn =
        place(VPN_GATEWAY, 5, 81, "/parameters/virtualNetworkSettings/value/resourceGroup");
    SourceLocation expressRoute =
        place(
            EXPRESS_ROUTE_GATEWAY, 5, 81, "/parameters/virtualNetworkSettings/value/resourceGroup");

    assertThat(files.read().findings())
        .containsExactly(
            finding(
                "HN1020",
                "The resource group is 'hub-rg' here and 'vpn-rg' at "
                    + vpn
                    + ". Both gateways belong to one network.",
                expressRoute,
                "Write the same resource group in both files."),
            finding(
                "HN1020",
                "The resource group is 'vpn-rg' here and 'hub-rg' at "
                    + expressRoute
                    + ". Both gateways belong to one network.",
                vpn,
                "Write the same resource group in both files."));
  }

  @Test
  void everyProblemIsReportedAtOnceInTheOrderOfTheFiles() {
    files
        .edit(CIRCUIT, "\"Standard\"", "\"Standart\"")
        .edit(CIRCUIT, "\"Amsterdam\"", "7")
        .edit(VIRTUAL_NETWORK, "\"dnsServers\"", "\"dnsServer\"")
        .write(EXPRESS_ROUTE_GATEWAY, "{");

    assertThat(files.read().findings())
        .extracting(Finding::code)
        .containsExactly("HN1014", "HN1012", "HN1013", "HN1006");
  }

  private Finding overridden(ParameterFile file) {
    return new Finding(
        "HN1019",
        Severity.WARNING,
        "The resource group 'hub-rg' is overridden: hybridnet.resourceGroup is 'other-rg'.",
        place(file, 5, 81, "/parameters/virtualNetworkSettings/value/resourceGroup"),
        "Write 'other-rg' here, or leave hybridnet.resourceGroup unset.",
        null);
  }

  private void only(String code, String message, SourceLocation sourceLocation, String fix) {
    assertThat(files.read().findings())
        .containsExactly(finding(code, message, sourceLocation, fix));
  }

  private SourceLocation place(ParameterFile file, int line, int column, String pointer) {
    return new SourceLocation(files.path(file).toString(), line, column, pointer);
  }

  private static Finding finding(
      String code, String message, SourceLocation sourceLocation, String fix) {
    return new Finding(
        code,
        Severity.ERROR,
        message,
        sourceLocation,
        fix,
        "Azure Resource Manager: syntax of deployment parameter files");
  }
}
