package io.github.hybridnet.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that does not exist, beside one that was probably meant. */
class NeighbourFilesTest {
  private static final String NAME = ParameterFile.VIRTUAL_NETWORK.fileName();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          virtualnetwork.parameters.json | Rename 'virtualnetwork.parameters.json' to 'virtualNetwork.parameters.json': the case of each letter counts.
          VirtualNetwork.Parameters.JSON | Rename 'VirtualNetwork.Parameters.JSON' to 'virtualNetwork.parameters.json': the case of each letter counts.
          virtualNetwork.json | Rename 'virtualNetwork.json' to 'virtualNetwork.parameters.json'.
          virtualNetworks.parameters.json | Rename 'virtualNetworks.parameters.json' to 'virtualNetwork.parameters.json'.
          virtualNetwork.parameters.dev.json | Keep one directory for each environment. Move the file there as 'virtualNetwork.parameters.json', and choose with hybridnet.parametersDirectory.
          virtualNetwork.prod.parameters.json | Keep one directory for each environment. Move the file there as 'virtualNetwork.parameters.json', and choose with hybridnet.parametersDirectory.
          virtualNetwork.dev.json | Keep one directory for each environment. Move the file there as 'virtualNetwork.parameters.json', and choose with hybridnet.parametersDirectory.
          virtualNetwork-test.parameters.json | Keep one directory for each environment. Move the file there as 'virtualNetwork.parameters.json', and choose with hybridnet.parametersDirectory.
          virtualNetwork.parameters.yaml | Save its content as JSON under the name 'virtualNetwork.parameters.json'.
          virtualNetwork.parameters.json.txt | Save its content as JSON under the name 'virtualNetwork.parameters.json'.
          virtualNetwork.bicepparam | In its directory, run 'az bicep build-params --file virtualNetwork.bicepparam --outfile virtualNetwork.parameters.json'.
          """)
  void namesTheFileThatIsThereAndWhatToDo(String neighbour, String fix) throws IOException {
    Files.writeString(directory.resolve(neighbour), "{}");

    Finding finding = missing();

    assertThat(finding.code()).isEqualTo("HN1002");
    assertThat(finding.message())
        .isEqualTo(
            "The parameter file '%s' does not exist, but '%s' is there."
                .formatted(directory.resolve(NAME), neighbour));
    assertThat(finding.fix()).isEqualTo(fix);
  }

  @ParameterizedTest
  @CsvSource({
    "virtualNetworkGateway-vpn.parameters.json",
    "expressRouteCircuit.parameters.json",
    "virtualNetwork.bicep",
    "README.md",
    "notes.parameters.json"
  })
  void anotherFileIsNotTakenForIt(String other) throws IOException {
    Files.writeString(directory.resolve(other), "{}");

    assertThat(missing().message())
        .isEqualTo("The parameter file '%s' does not exist.".formatted(directory.resolve(NAME)));
  }

  @Test
  void aDirectoryIsNotTakenForIt() throws IOException {
    Files.createDirectory(directory.resolve("virtualNetwork.json"));

    assertThat(missing().message()).endsWith("does not exist.");
  }

  @Test
  void theNearestOfSeveralIsNamed() throws IOException {
    Files.writeString(directory.resolve("virtualNetwork.bicepparam"), "");
    Files.writeString(directory.resolve("virtualNetwork.dev.json"), "{}");
    Files.writeString(directory.resolve("virtualnetwork.parameters.json"), "{}");

    assertThat(missing().message()).endsWith("but 'virtualnetwork.parameters.json' is there.");
  }

  /** Its own file may be written in another case as well, and is not the missing one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtualnetworkgateway-expressroute.parameters.json",
        "virtualNetworkGateway-expressRoutes.parameters.json"
      })
  void theFileOfTheOtherGatewayIsNotTakenForIt(String other) throws IOException {
    Files.writeString(directory.resolve(other), "{}");

    assertThat(missing(ParameterFile.VPN_GATEWAY).message()).endsWith("does not exist.");
    assertThat(missing(ParameterFile.EXPRESS_ROUTE_GATEWAY).message())
        .endsWith("but '" + other + "' is there.");
  }

  @ParameterizedTest
  @CsvSource({
    "NETWORK_SECURITY_GROUPS,networksecuritygroups.parameters.json",
    "NETWORK_SECURITY_GROUPS,networkSecurityGroup.parameters.json",
    "NETWORK_SECURITY_GROUPS,networkSecurityGroups.json",
    "NETWORK_SECURITY_GROUPS,networkSecurityGroups.dev.parameters.json",
    "NETWORK_SECURITY_GROUPS,networkSecurityGroups.bicepparam",
    "CIRCUIT,expressroutecircuit.parameters.json",
    "CIRCUIT,expressRouteCircuit.prod.json",
  })
  void aFileThatIsNotRequiredIsNotPassedOverInSilence(ParameterFile file, String neighbour)
      throws IOException {
    Files.writeString(directory.resolve(neighbour), "{}");

    assertThat(findings(file))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("HN1031");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.place().file()).isEqualTo(path(neighbour));
              assertThat(finding.message())
                  .isEqualTo(
                      "The file '%s' is not read. Only '%s' is."
                          .formatted(path(neighbour), file.fileName()));
              assertThat(finding.fix()).contains(file.fileName());
            });
  }

  /** Notes, templates and files that somebody has put aside. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "networkSecurityGroups.md",
        "networkSecurityGroups.bicep",
        "networkSecurityGroups.parameters.json.bak",
        "notes.parameters.json"
      })
  void otherFilesBesideOneThatIsNotRequiredAreNoConcern(String other) throws IOException {
    Files.writeString(directory.resolve(other), "{}");

    assertThat(findings(ParameterFile.NETWORK_SECURITY_GROUPS)).isEmpty();
  }

  /** Two networks, or two environments, in one directory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "networkSecurityGroups-spoke.parameters.json",
        "networkSecurityGroups.prod.parameters.json",
        "networkSecurityGroups.parameters.prod.json"
      })
  void aFileOfAnotherNetworkBesideOneThatIsReadIsNamed(String other) throws IOException {
    Files.writeString(directory.resolve(other), "{}");
    ParameterFile file = ParameterFile.NETWORK_SECURITY_GROUPS;
    Files.writeString(directory.resolve(file.fileName()), "");

    assertThat(findings(file))
        .filteredOn(finding -> finding.code().equals("HN1031"))
        .containsExactly(
            new Finding(
                "HN1031",
                Severity.INFO,
                "The file '%s' is not read. Only 'networkSecurityGroups.parameters.json' is."
                    .formatted(path(other)),
                SourceLocation.of(path(other)),
                "Keep one directory for each network or environment, and choose with"
                    + " hybridnet.parametersDirectory.",
                "Azure Resource Manager: syntax of deployment parameter files"));
  }

  /** A template beside its parameters is what Azure's own samples have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "networkSecurityGroups.json",
        "networkSecurityGroups.template.json",
        "networkSecurityGroups.parameters.json.bak",
        "networkSecurityGroups.md"
      })
  void otherFilesBesideOneThatIsReadAreNoConcern(String other) throws IOException {
    Files.writeString(directory.resolve(other), "{}");
    ParameterFile file = ParameterFile.NETWORK_SECURITY_GROUPS;
    Files.writeString(directory.resolve(file.fileName()), "");

    assertThat(findings(file)).extracting(Finding::code).containsExactly("HN1006");
  }

  /** What a goal says that needs no file. */
  private List<Finding> findings(ParameterFile judged) {
    return new ConfigurationReader()
        .read(
            new ConfigurationReader.Request(
                directory,
                new ParameterFileSelection(Set.of(), Set.of(judged)),
                "group",
                ValueLookup.NOTHING,
                ValueLookup.NOTHING))
        .findings();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private Finding missing(ParameterFile file) {
    return ParameterFileProblems.missingFile(directory.resolve(file.fileName()));
  }

  private Finding missing() {
    return ParameterFileProblems.missingFile(directory.resolve(NAME));
  }
}
