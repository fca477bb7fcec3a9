package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded traffic of the real service is answered alike, at least as well as the floors say. The
 * scores hang on what is answered, not on how fast: what recordings read in the middle of an
 * operation lasts for seconds at this speed, and each of several cassettes waits for its own.
 */
@Tag("recordings")
class RecordingsTest {
  private static final Path RECORDINGS =
      Path.of(System.getProperty("hybridnet.shared", "../shared"), "recordings").toAbsolutePath();
  private static final double SPEED = 300;
  private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofMinutes(10);
  private static final String AT_A_TIME = "8";
  private static final double A_LITTLE = 0.3;
  private static final int SHOWN = 25;

  @TempDir Path directory;

  @Test
  void areAnsweredAlike() throws Exception {
    boolean required = Boolean.getBoolean("hybridnet.shared.required");
    boolean there = Files.isRegularFile(RECORDINGS.resolve("replay.py"));
    if (!required && !there) {
      System.out.println("SKIPPED: " + RECORDINGS + " is missing; nothing is replayed");
    }
    assumeTrue(required || there);
    JsonNode outcome = replay();
    List<String> below = below(scores(outcome));
    below.addAll(below.isEmpty() ? List.of() : mismatches(outcome));
    assertThat(below).as("scores below their floors, and the most frequent mismatches").isEmpty();
  }

  private JsonNode replay() throws IOException, InterruptedException {
    SimulatorOptions options =
        SimulatorOptions.in(Files.createDirectory(directory.resolve("simulator")))
            .withSpeed(SPEED)
            .withProvider(ProviderMode.MANUAL)
            .withRetirements(false)
            .withDurations(Map.of("resourceGroups.delete", LONG_ENOUGH_TO_BE_SEEN));
    Path result = directory.resolve("result.json");
    Path log = directory.resolve("replay.txt");
    try (AzureSimulator simulator = AzureSimulator.start(options)) {
      Process replay =
          new ProcessBuilder(
                  "python3",
                  RECORDINGS.resolve("replay.py").toString(),
                  "--endpoint",
                  simulator.access().endpoint().toString(),
                  "--ca",
                  options.directory().resolve("ca.pem").toString(),
                  "--token",
                  "any",
                  "--jobs",
                  AT_A_TIME,
                  "--json",
                  result.toString(),
                  RECORDINGS.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(replay.waitFor()).as(() -> text(log)).isZero();
    }
    return new ObjectMapper().readTree(result.toFile());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Map<String, JsonNode> scores(JsonNode outcome) {
    return Map.of("all", outcome.path("totals"), "since2022", outcome.path("since2022"));
  }

  private static List<String> below(Map<String, JsonNode> scores) throws IOException {
    List<String> below = new ArrayList<>();
    for (Map.Entry<Object, Object> floor : floors().entrySet()) {
      String[] name = floor.getKey().toString().split("\\.");
      double wanted = Double.parseDouble(floor.getValue().toString());
      double reached = percent(Objects.requireNonNull(scores.get(name[0])).path(name[1]));
      String line = String.format(Locale.ROOT, "%s=%.2f", floor.getKey(), reached);
      System.out.println("recordings: " + line + " (floor " + wanted + ")");
      if (reached < wanted) {
        below.add(line + " is below " + wanted);
      } else if (reached > wanted + A_LITTLE) {
        System.out.println("RAISE THE FLOOR in replay-floors.properties: " + line);
      }
    }
    return below;
  }

  private static double percent(JsonNode score) {
    return score.isObject()
        ? 100.0 * score.path("right").asInt() / score.path("of").asInt()
        : 100.0 * score.asDouble();
  }

  private static Properties floors() throws IOException {
    Properties floors = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            RecordingsTest.class.getResourceAsStream("replay-floors.properties"))) {
      floors.load(in);
    }
    return floors;
  }

  private static List<String> mismatches(JsonNode outcome) {
    List<String> lines = new ArrayList<>();
    for (JsonNode each : outcome.path("mismatches")) {
      if (lines.size() < SHOWN) {
        lines.add(
            String.format(
                "%dx %s %s %s, e.g. %s #%d: expected %s, got %s",
                each.path("count").asInt(),
                each.path("axis").asText(),
                each.path("where").asText(),
                each.path("what").asText(),
                each.path("cassette").asText(),
                each.path("interaction").asInt(),
                each.path("expected"),
                each.path("got")));
      }
    }
    return lines;
  }
}
