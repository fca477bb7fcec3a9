package io.github.hybridnet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Finding missing() {
    return ParameterFileProblems.missingFile(directory.resolve(NAME));
  }
}
