package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated time that moves only when a test says so, through the admin endpoint. */
class ManualTimeTest {
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String THINGS = GROUP + "/providers/Test.Things/things/";

  @TempDir Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void prepare() {
    SimulatorFixture.prepared(directory);
    start(options().withManualClock());
    client.put(GROUP + V, "{\"location\":\"westus2\"}");
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(directory)
        .withWallClock(wall)
        .withSpeed(10)
        .withDurations(
            Map.of(
                "things.create", Duration.ofMinutes(10),
                "things.create@quick", Duration.ofMinutes(2),
                "things.delete", Duration.ofMinutes(1)));
  }

  private void start(SimulatorOptions options) {
    simulator = AzureSimulator.start(options, List.of(new TestModule()));
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private ArmClient.Answer thing(String name) {
    return client.put(THINGS + name + V, "{\"location\":\"westus2\",\"properties\":{}}");
  }

  private String state(String name) {
    return client.get(THINGS + name + V).json().at("/properties/provisioningState").asText();
  }

  private ArmClient.Answer clock(String body) {
    return client.admin().post("/_simulator/clock", body.replace('\'', '"'));
  }

  private Instant now() {
    return Instant.parse(client.admin().get("/_simulator/clock").json().path("now").asText());
  }

  @Test
  void timeStandsStillUntilItIsMoved() {
    Instant begin = now();
    thing("t");
    wall.pass(Duration.ofDays(1));
    assertThat(now()).isEqualTo(begin);
    assertThat(state("t")).isEqualTo("Updating");
    clock("{'advance':'PT9M59S'}");
    assertThat(state("t")).isEqualTo("Updating");
    clock("{'advance':'PT1S'}");
    assertThat(state("t")).isEqualTo("Succeeded");
    assertThat(now()).isEqualTo(begin.plusSeconds(600));
  }

  @Test
  void timeJumpsFromOneThingThatHappensToTheNext() {
    Instant begin = now();
    thing("slow");
    thing("quick");
    assertThat(clock("{'to':'next'}").json().path("now").asText())
        .isEqualTo(begin.plusSeconds(120).toString());
    assertThat(List.of(state("quick"), state("slow"))).containsExactly("Succeeded", "Updating");
    // Both are ripe after five minutes.
    assertThat(clock("{'to':'next'}").json().path("next").asText())
        .isEqualTo(begin.plusSeconds(600).toString());
    clock("{'to':'next'}");
    assertThat(state("slow")).isEqualTo("Succeeded");
    ArmClient.Answer idle = clock("{'to':'next'}");
    assertThat(idle.status()).isEqualTo(409);
    assertThat(idle.code()).isEqualTo("NothingDue");
    assertThat(client.admin().get("/_simulator/clock").json().path("next").isNull()).isTrue();
  }

  @Test
  void timeJumpsToAnInstant() {
    Instant begin = now();
    thing("t");
    clock("{'until':'" + begin.plusSeconds(600) + "'}");
    assertThat(state("t")).isEqualTo("Succeeded");
    assertThat(clock("{'until':'" + begin + "'}").message())
        .isEqualTo("Simulated time never goes back.");
  }

  @Test
  void clientsAreToldToComeBackSoonBecauseNobodyKnowsWhen() {
    ArmClient.Answer created = thing("t");
    ArmClient.Answer poll = client.get(created.header("Azure-AsyncOperation").orElseThrow());
    for (ArmClient.Answer answer : List.of(created, poll)) {
      assertThat(answer.header("Retry-After")).hasValue("1");
      assertThat(answer.header("retry-after-ms")).hasValue("100");
    }
  }

  @Test
  void timeRunsAndStandsStillAsTheRunSays() {
    Instant begin = now();
    assertThat(clock("{'pause':false}").json().path("running").asBoolean()).isTrue();
    wall.pass(Duration.ofSeconds(2));
    assertThat(now()).isEqualTo(begin.plusSeconds(20));
    clock("{'speed':60}");
    wall.pass(Duration.ofSeconds(1));
    assertThat(now()).isEqualTo(begin.plusSeconds(80));
    clock("{'pause':true}");
    wall.pass(Duration.ofSeconds(1));
    assertThat(now()).isEqualTo(begin.plusSeconds(80));
    clock("{'pause':false}");
    wall.pass(Duration.ofSeconds(1));
    assertThat(now()).isEqualTo(begin.plusSeconds(140));
  }

  @Test
  void timeStandsStillBetweenRunsToo() {
    Instant begin = now();
    thing("t");
    clock("{'advance':'PT5M'}");
    simulator.close();
    wall.pass(Duration.ofDays(1));
    start(options());
    assertThat(now()).isEqualTo(begin.plusSeconds(300));
    assertThat(state("t")).isEqualTo("Updating");
    wall.pass(Duration.ofSeconds(30));
    assertThat(state("t")).isEqualTo("Succeeded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'advance':'10 minutes'}|not '10 minutes'
          {'advance':'-PT1S'}|Simulated time never goes back.
          {'until':'tomorrow'}|not 'tomorrow'
          {'to':'end'}|not 'end'
          {'speed':0}|The speed must be above 0 and at most 1000000.
          {'speed':'fast'}|The speed must be above 0 and at most 1000000.
          {'pause':'yes'}|Send {"pause": true} or {"pause": false}.
          {'rewind':'PT1S'}|Send an object with one of
          {'advance':'PT1S','pause':true}|Send an object with one of
          []|Send an object with one of
          """)
  void whatIsNotUnderstoodIsRefused(String body, String sentence) {
    Instant before = now();
    ArmClient.Answer refused = clock(body.replace("''", "'"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains(sentence);
    assertThat(now()).isEqualTo(before);
  }
}
