package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When clients are told to come back: as the service says, but no later than it is worth. */
class RetryAfterTest {
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String THING = GROUP + "/providers/Test.Things/things/t" + V;

  @TempDir Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));

  private AzureSimulator start(double speed, Duration duration) {
    SimulatorOptions options =
        SimulatorOptions.in(SimulatorFixture.prepared(directory))
            .withWallClock(wall)
            .withSpeed(speed)
            .withDurations(Map.of("things.create", duration));
    return AzureSimulator.start(options, List.of(new TestModule()));
  }

  private static ArmClient.Answer create(ArmClient client) {
    client.put(GROUP + V, "{\"location\":\"westus2\"}");
    return client.put(THING, "{\"location\":\"westus2\",\"properties\":{}}");
  }

  /** The service says 3 seconds after this PUT and 10 later. */
  @ParameterizedTest
  @CsvSource({
    // speed, simulated seconds of the operation, of the PUT: seconds, ms, of a poll: seconds, ms
    "1,     100,   3, 3000, 10, 10000",
    "1,     0.3,   1,  300,  1,   300",
    "1,     2.5,   3, 2500,  3,  2500",
    "0.5,   2,     4, 4000,  4,  4000",
    "300,   1045,  1,   10,  1,    34",
    "300,   90,    1,   10,  1,    34",
    "300,   0.001, 1,    1,  1,     1",
    "10000, 1045,  1,    1,  1,     1"
  })
  void isScaledAndEndsWithTheOperation(
      double speed, double seconds, String put, String putMillis, String poll, String pollMillis) {
    try (AzureSimulator simulator = start(speed, Duration.ofNanos((long) (seconds * 1e9)))) {
      ArmClient client = ArmClient.of(simulator.access());
      ArmClient.Answer created = create(client);
      assertThat(created.header("Retry-After")).hasValue(put);
      assertThat(created.header("retry-after-ms")).hasValue(putMillis);
      ArmClient.Answer status = client.get(created.header("Azure-AsyncOperation").orElseThrow());
      assertThat(status.header("Retry-After")).hasValue(poll);
      assertThat(status.header("retry-after-ms")).hasValue(pollMillis);
    }
  }

  @Test
  void whoComesBackWhenToldIsNotTooEarly() {
    try (AzureSimulator simulator = start(300, Duration.ofSeconds(91))) {
      ArmClient client = ArmClient.of(simulator.access());
      ArmClient.Answer answer = create(client);
      String operation = answer.header("Azure-AsyncOperation").orElseThrow();
      int polls = 0;
      while (answer.header("retry-after-ms").isPresent()) {
        wall.pass(Duration.ofMillis(Long.parseLong(answer.header("retry-after-ms").orElseThrow())));
        answer = client.get(operation);
        polls++;
      }
      // 3 seconds, then 10 each, the last 8 at once.
      assertThat(polls).isEqualTo(10);
      assertThat(answer.json().path("status").asText()).isEqualTo("Succeeded");
    }
  }
}
