package io.github.hybridnet.app;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.model.HybridNetwork;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a goal that needs only the circuit makes of the other files. */
class DeclarationReaderTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PEERING_KEY", ParameterDirectory.PEERING_KEY);

  @TempDir private Path directory;

  private ParameterDirectory files;
  private final RecordedLines out = new RecordedLines();

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  private HybridNetwork read(
      ParameterFileSelection selection, @Nullable String group, boolean strict) {
    ConfigurationReader.Request request =
        new ConfigurationReader.Request(
            directory,
            selection,
            group,
            Map.of("circuit.bandwidth", "1000")::get,
            ENVIRONMENT::get);
    return new DeclarationReader(
            request,
            new DeclarationReader.Strictness(false, strict),
            new FindingsAlreadyShown(directory, new HashMap<>()),
            out)
        .read();
  }

  private HybridNetwork circuit() {
    return read(ParameterFileSelection.only(CIRCUIT), null, true);
  }

  @Test
  void aPlaceholderOfAnotherFileMayBeUnset() {
    assertThat(groupOf(circuit())).isEqualTo("hub-rg");
    assertThat(out.lines()).containsExactly("INFO Parameter files: 0 errors, 0 warnings");
    assertThatThrownBy(
            () -> read(ParameterFileSelection.requiring(EnumSet.of(CIRCUIT)), null, false))
        .hasMessageStartingWith("HN1000");
  }

  @Test
  void otherFilesMayBeBrokenOrAbsent() {
    files
        .write(VPN_GATEWAY, "{ not JSON")
        .edit(
            EXPRESS_ROUTE_GATEWAY,
            "\"hub-er-vgw\",\n        \"gatewayType\"",
            "\"-\",\n \"gatewayType\"")
        .delete(VIRTUAL_NETWORK);
    assertThat(groupOf(circuit())).isEqualTo("hub-rg");
    assertThat(out.lines()).containsExactly("INFO Parameter files: 0 errors, 0 warnings");
  }

  @Test
  void whatTheCircuitContradictsCounts() {
    files.edit(CIRCUIT, "172.16.0.0/30", "10.1.9.0/30");
    assertThatThrownBy(this::circuit).hasMessageStartingWith("HN1000");
    assertThat(out.lines()).anyMatch(l -> l.contains("HN2044"));
  }

  @Test
  void whatContradictsTheCircuitInAnotherFileIsThatFilesMistake() {
    files.edit(EXPRESS_ROUTE_GATEWAY, "{ \"name\": \"hub-erc\" }", "{ \"name\": \"other-erc\" }");
    assertThat(circuit().circuits()).hasSize(1);
  }

  @Test
  void aGroupThatTheGatewaysDoNotAgreeOnIsNotGuessed() {
    files.edit(VPN_GATEWAY, "\"hub-rg\"", "\"other-rg\"");
    assertThatThrownBy(this::circuit).hasMessageStartingWith("HN1000");
    assertThat(out.lines()).anyMatch(l -> l.contains("HN1020"));
    assertThat(groupOf(read(ParameterFileSelection.only(CIRCUIT), "mine-rg", true)))
        .isEqualTo("mine-rg");
    files.edit(
        CIRCUIT, "\"name\": \"hub-erc\"", "\"name\": \"hub-erc\", \"resourceGroup\": \"c-rg\"");
    assertThat(groupOf(circuit())).isEqualTo("c-rg");
  }

  private static String groupOf(HybridNetwork network) {
    return String.valueOf(network.resourceGroupOf(network.circuits().get(0)));
  }

  @Test
  void theCircuitsFileMustExist() {
    files.delete(CIRCUIT);
    assertThatThrownBy(this::circuit).hasMessageStartingWith("HN1000");
    assertThat(out.lines()).anyMatch(l -> l.contains(ParameterFile.CIRCUIT.fileName()));
  }
}
