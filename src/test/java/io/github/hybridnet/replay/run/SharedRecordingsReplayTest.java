package io.github.hybridnet.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.cassette.CassetteReader;
import io.github.hybridnet.replay.compare.ReplayScore;
import io.github.hybridnet.replay.compare.ScoreTotals;
import io.github.hybridnet.simulator.AzureSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded traffic gets the same scores as by the script that was written before. What is read in
 * the middle of an operation depends on the moment, so the means may differ by a little.
 */
@Tag("recordings")
class SharedRecordingsReplayTest {
  private static final Path RECORDINGS =
      Path.of(System.getProperty("hybridnet.shared", "../shared"), "recordings").toAbsolutePath();
  private static final String CHOSEN =
      System.getProperty(
          "replay.chosen",
          "azcli-latest-network_local_gateway,azcli-latest-network_vnet_peering"
              + ",azcli-latest-network_express_route,azcli-h2020-network_vnet");
  private static final double A_LITTLE = 0.01;

  @TempDir Path directory;

  @Test
  void areScoredAsByTheScript() throws Exception {
    boolean required = Boolean.getBoolean("hybridnet.shared.required");
    boolean there = Files.isRegularFile(RECORDINGS.resolve("replay.py"));
    if (!required && !there) {
      System.out.println("SKIPPED: " + RECORDINGS + " is missing; nothing is compared");
    }
    assumeTrue(required || there);
    List<Path> files = files();
    try (AzureSimulator simulator = ReplaySimulators.start()) {
      JsonNode script = byTheScript(simulator, files);
      ScoreTotals ours = ours(simulator, files).totals();
      System.out.println("replay: " + ours + " script: " + script);
      assertThat(ours.interactions()).isEqualTo(script.path("interactions").asInt());
      assertThat(ours.protocol().right()).isEqualTo(script.at("/protocol/right").asInt());
      assertThat(ours.error().of()).isEqualTo(script.at("/error/of").asInt());
      assertThat(ours.error().right()).isEqualTo(script.at("/error/right").asInt());
      assertThat(ours.body().orElse(0)).isCloseTo(script.path("body").asDouble(), within(A_LITTLE));
      assertThat(ours.values().orElse(0))
          .isCloseTo(script.path("values").asDouble(), within(A_LITTLE));
    }
  }

  private static List<Path> files() throws Exception {
    if (CHOSEN.equals("*")) {
      try (Stream<Path> all = Files.list(RECORDINGS)) {
        return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      }
    }
    return Stream.of(CHOSEN.split(",")).map(name -> RECORDINGS.resolve(name + ".json")).toList();
  }

  private ReplayScore ours(AzureSimulator simulator, List<Path> files) throws Exception {
    List<Cassette> cassettes = new ArrayList<>();
    for (Path file : files) {
      cassettes.add(CassetteReader.read(file));
    }
    return new CassettePlayer(ReplaySimulators.target(simulator)).play(cassettes);
  }

  private JsonNode byTheScript(AzureSimulator simulator, List<Path> files) throws Exception {
    Path result = directory.resolve("result.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                RECORDINGS.resolve("replay.py").toString(),
                "--endpoint",
                simulator.access().endpoint().toString(),
                "--ca",
                simulator.access().caCertificate().toString(),
                "--token",
                "any",
                "--jobs",
                "8",
                "--json",
                result.toString()));
    files.forEach(file -> command.add(file.toString()));
    Path log = directory.resolve("replay.txt");
    Process script =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(script.waitFor()).as(Files.readString(log)).isZero();
    return new ObjectMapper().readTree(result.toFile()).path("totals");
  }
}
