package io.github.hybridnet.config.schema;

import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.model.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is no parameter file as a whole: one finding says what it is. */
class ParameterFileShapeTest {
  private static final String TEMPLATE =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  private static final String SHAPE =
      "{\"parameters\": {\"virtualNetworkSettings\": {\"value\": {...}}}}";

  @TempDir Path directory;

  private ParameterDirectory files;

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  @Test
  void settingsOutsideOfParametersAreToldOnce() {
    files.write(
        VIRTUAL_NETWORK,
        """
        {
          "virtualNetworkSettings": {"value": {"name": "hub", "addressPrefixes": ["10.0.0.0/16"]}},
          "deploymentContext": {"value": {}},
          "whatever": 1
        }
        """);

    Finding finding = only();

    assertThat(finding.code()).isEqualTo("HN1011");
    assertThat(finding.message())
        .isEqualTo(
            "The property 'parameters' is missing from the file, and 'virtualNetworkSettings',"
                + " which belongs inside it, is outside.");
    assertThat(finding.place().toString()).endsWith("virtualNetwork.parameters.json:1:1");
    assertThat(finding.fix()).isEqualTo("Write the file as " + SHAPE + ".");
  }

  @Test
  void theInsideOfASettingIsToldOnce() {
    files.write(
        VIRTUAL_NETWORK,
        "{\"name\": \"hub\", \"addressPrefixes\": [\"10.0.0.0/16\"], \"subnets\": []}");

    Finding finding = only();

    assertThat(finding.code()).isEqualTo("HN1011");
    assertThat(finding.message()).isEqualTo("The property 'parameters' is missing from the file.");
    assertThat(finding.fix()).isEqualTo("Write the file as " + SHAPE + ".");
  }

  @Test
  void aTemplateIsToldOnce() {
    files.write(
        VIRTUAL_NETWORK,
        """
        {"$schema": "%s", "contentVersion": "1.0.0.0",
         "parameters": {"name": {"type": "string"}, "location": {"type": "string"}},
         "variables": {}, "outputs": {},
         "resources": [{"type": "Microsoft.Network/virtualNetworks"}]}
        """
            .formatted(TEMPLATE));

    Finding finding = only();

    assertThat(finding.code()).isEqualTo("HN1013");
    assertThat(finding.message()).isEqualTo("This is an ARM template, not a parameter file.");
    assertThat(finding.place().pointer()).isEqualTo("/resources");
    assertThat(finding.fix())
        .isEqualTo("Put a parameter file here instead: " + SHAPE + ". No template is needed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resources\": [], \"variables\": {}, \"outputs\": {}}",
        "{\"$schema\": \"" + TEMPLATE + "\", \"variables\": {}, \"outputs\": {}}"
      })
  void aTemplateIsKnownByItsResourcesOrItsSchema(String template) {
    files.write(VPN_GATEWAY, template);

    assertThat(only().message()).isEqualTo("This is an ARM template, not a parameter file.");
  }

  @Test
  void aParameterFileWithTheSchemaOfATemplateIsReadAsBefore() {
    files.edit(
        VIRTUAL_NETWORK, "\"parameters\":", "\"$schema\": \"" + TEMPLATE + "\", \"parameters\":");

    assertThat(files.read().findings()).filteredOn(f -> !f.code().equals("HN1008")).isEmpty();
  }

  @Test
  void aMistypedNameIsStillToldWithItsPlace() {
    files.edit(VIRTUAL_NETWORK, "\"parameters\":", "\"paramters\":");

    assertThat(files.read().findings())
        .extracting(Finding::fix)
        .contains("Write 'parameters', or remove 'paramters'.");
  }

  private Finding only() {
    assertThat(files.read("hub-rg").findings()).hasSize(1);
    return files.read("hub-rg").findings().get(0);
  }
}
