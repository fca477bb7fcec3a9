package io.github.hybridnet.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.maven.cloud.EmbeddedReplaySession;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cassette that was written by hand is replayed against a simulator. */
class ReplayGoalTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = Path.of("src/it/no-pom/cassettes/virtual-network.json");
  private static final String FORMS = "docs/record-and-replay.md lists the forms that can be read";

  @TempDir private Path directory;
  private final RecordedLines out = new RecordedLines();

  private void replay(@Nullable Path cassette, boolean failOnDifference)
      throws InterruptedException {
    new ReplayGoal(EmbeddedReplaySession::open, out)
        .run(new ReplayRequest(cassette, failOnDifference, directory.resolve("out")));
  }

  private List<String> said() {
    return out.lines().stream().map(line -> line.replaceFirst("^INFO ", "")).toList();
  }

  private UserException failure(@Nullable Path cassette) {
    return catchThrowableOfType(UserException.class, () -> replay(cassette, true));
  }

  private Path edited(String pointer, String member, String value) throws IOException {
    JsonNode root = JSON.readTree(SAMPLE.toFile());
    ((ObjectNode) root.at(pointer)).put(member, value);
    Path file = directory.resolve("edited.json");
    JSON.writeValue(file.toFile(), root);
    return file;
  }

  @Test
  void everythingIsAsRecorded() throws Exception {
    replay(SAMPLE, true);
    assertThat(said())
        .contains(
            "Replayed 1 cassette: 5 of 7 recorded requests sent.",
            "Not sent: 1 (other resource types), 1 (polls).",
            "PROTOCOL  5/5          status, operations and error codes",
            "ERROR     1/1          error codes of recorded failures",
            "BODY      100.00 %     recorded members that are there",
            "VALUES    100.00 %     equal values, where both have the member",
            "No differences.");
    JsonNode file = JSON.readTree(directory.resolve("out/replay.json").toFile());
    assertThat(file.at("/totals/protocol/right").asInt()).isEqualTo(5);
    assertThat(file.at("/cassettes/0/interactions/3/request").asText())
        .isEqualTo("PUT Microsoft.Network/virtualNetworks");
  }

  @Test
  void aMemberThatTheSimulatorLacksIsNamed() throws Exception {
    Path file = edited("/interactions/5/response/body/properties", "weather", "fine");
    replay(file, false);
    assertThat(said())
        .contains(
            "Differences:",
            "  BODY 1x GET Microsoft.Network/virtualNetworks: properties.weather",
            "    recorded \"fine\", simulated absent (edited #5)",
            "All of them are in " + directory.resolve("out/replay.json") + ".");
    assertThat(failure(file))
        .hasMessage(
            "HN4092: The simulator answers otherwise than recorded: 1 difference in 1 request."
                + System.lineSeparator()
                + "  Fix: compare the lines above with '"
                + directory.resolve("out/replay.json")
                + "', or leave hybridnet.replay.failOnDifference out");
  }

  @Test
  void anotherValueIsNamed() throws Exception {
    replay(edited("/interactions/5/response/body", "location", "north\u001b[2J"), false);
    assertThat(said())
        .contains(
            "  VALUES 1x GET Microsoft.Network/virtualNetworks: location",
            "    recorded \"north\\u001B[2J\", simulated \"westeurope\" (edited #5)");
  }

  @Test
  void anotherErrorCodeIsNamed() throws Exception {
    replay(edited("/interactions/2/response/body/error", "code", "Gone"), false);
    assertThat(said())
        .contains(
            "  ERROR 1x GET Microsoft.Network/virtualNetworks: error.code",
            "    recorded Gone, simulated ResourceNotFound (edited #2)");
  }

  @Test
  void aRequestThatCannotBeSentHasNoAnswer() throws Exception {
    replay(edited("/interactions/1/request", "method", "GE T"), false);
    assertThat(said())
        .contains(
            "  PROTOCOL 1x GE T resourceGroups: status",
            "    recorded 200, simulated no answer (edited #1)");
  }

  @Test
  void aCassetteThatOnlyReadsWhatItDoesNotCreateIsNoSuccess() throws Exception {
    JsonNode read = JSON.readTree(SAMPLE.toFile()).at("/interactions/5");
    ObjectNode root = JSON.createObjectNode();
    root.putArray("interactions").add(read);
    Path file = directory.resolve("reads.json");
    JSON.writeValue(file.toFile(), root);
    replay(file, false);
    assertThat(out.lines())
        .contains("INFO Replayed 1 cassette: 0 of 1 recorded request sent.")
        .doesNotContain("INFO No differences.")
        .endsWith(
            "WARN Nothing was compared, because no recorded request could be sent. To compare,"
                + " replay a recording that creates what it reads, such as one of a deployment.");
    assertThat(failure(file))
        .hasMessage(
            "HN4093: Nothing was compared, because no recorded request could be sent."
                + System.lineSeparator()
                + "  Fix: replay a recording that creates what it reads, such as one of a"
                + " deployment, or leave hybridnet.replay.failOnDifference out");
  }

  @Test
  void withoutACassetteThereIsNothingToReplay() {
    assertThat(failure(null))
        .hasMessage(
            "HN4090: hybridnet.cassette is not set, so there is nothing to replay."
                + System.lineSeparator()
                + "  Fix: set it to a cassette or to a folder of cassettes. "
                + FORMS);
  }

  @Test
  void allFilesThatAreNoCassettesAreNamedAtOnce() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.writeString(folder.resolve("a.json"), "{\n\"interactions\": [");
    Files.writeString(folder.resolve("b.json"), "{\"name\": \"x\"}");
    Files.writeString(folder.resolve("c.json"), "{\"interactions\": [{\"request\": {}}]}");
    Files.writeString(folder.resolve("notes.txt"), "none");
    assertThat(failure(folder))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4091: 3 files cannot be replayed:",
                "  '" + folder.resolve("a.json") + "': it is not valid JSON at line 2",
                "  '" + folder.resolve("b.json") + "': it has neither 'interactions' nor 'Entries'",
                "  '"
                    + folder.resolve("c.json")
                    + "': interaction 0 has no method, no path or no status",
                "  Fix: correct or remove what is listed. " + FORMS + ". Nothing was replayed"));
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderWithoutCassettesIsNamed() {
    assertThat(failure(directory))
        .hasMessageContaining(
            "HN4091: This file cannot be replayed:"
                + System.lineSeparator()
                + "  '"
                + directory
                + "': the folder has no file that ends with .json, .yaml or .yml");
    assertThat(failure(directory.resolve("none.json")))
        .hasMessageContaining("none.json': it or its directory does not exist");
  }
}
