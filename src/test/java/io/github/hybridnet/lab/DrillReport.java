package io.github.hybridnet.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a drill wrote down.
 *
 * @param root {@code drill.json}
 */
record DrillReport(JsonNode root) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The report of a build that ran in a directory. */
  static DrillReport in(Path directory) throws IOException {
    Path file = directory.resolve("target/hybridnet/failover/drill.json");
    return new DrillReport(
        Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode());
  }

  /**
   * What a drill says of the time in which a target was not reached, in microseconds.
   *
   * @param target which one
   * @param begin when it began, as well as it can tell, since 1970
   * @param estimate how long, as well as it can tell
   * @param atLeast how long at least
   * @param atMost how long at most
   */
  record Outage(String target, long begin, long estimate, long atLeast, long atMost) {}

  /** Such as {@code passed}; empty when there is no report. */
  String outcome() {
    return root.path("outcome").asText();
  }

  /** The codes of what it found. */
  List<String> codes() {
    return root.path("findings").findValuesAsText("code");
  }

  /** When a step was reached. */
  Instant at(String mark) {
    JsonNode millis = root.at("/marks/" + mark);
    if (!millis.isNumber()) {
      throw new IllegalStateException(
          "The drill did not reach " + mark + ": " + root.path("marks"));
    }
    return Instant.parse(root.path("begin").asText()).plusMillis(millis.asLong());
  }

  /** For each target the longest outage that ended after the lever; zero where there was none. */
  List<Outage> outages() {
    long lever = root.at("/marks/lever").asLong() * 1_000;
    List<Outage> all = new ArrayList<>();
    for (JsonNode target : root.at("/measurement/targets")) {
      String name = target.path("target").asText();
      Outage longest = new Outage(name, 0, 0, 0, 0);
      for (JsonNode outage : target.path("outages")) {
        long begin = outage.path("beginMicros").asLong();
        long end = outage.path("endMicros").asLong(Long.MAX_VALUE);
        Outage found =
            new Outage(
                name,
                Captures.micros(Instant.parse(root.path("begin").asText())) + begin,
                end - begin,
                outage.path("atLeastMicros").asLong(),
                outage.path("atMostMicros").asLong(Long.MAX_VALUE));
        if (end > lever && found.atMost() > longest.atMost()) {
          longest = found;
        }
      }
      all.add(longest);
    }
    return all;
  }
}
