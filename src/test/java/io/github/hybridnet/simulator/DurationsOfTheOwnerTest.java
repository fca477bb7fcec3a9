package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations as options, a file and the admin endpoint set them. */
class DurationsOfTheOwnerTest {
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final String ADDRESSES = GROUP + "/providers/Microsoft.Network/publicIPAddresses/";

  private static final String ADDRESS =
      "{\"location\":\"westus2\",\"sku\":{\"name\":\"Standard\"},"
          + "\"properties\":{\"publicIPAllocationMethod\":\"Static\"}}";

  @TempDir Path directory;

  @BeforeEach
  void prepare() {
    SimulatorFixture.prepared(directory);
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(directory).withManualClock();
  }

  /** How long the creation of an address takes in this simulator, whose clock stands still. */
  private static Duration create(ArmClient client, String name) {
    client.put(GROUP + V, "{\"location\":\"westus2\"}");
    Instant begin = instant(client.admin().get("/_simulator/clock").json(), "now");
    ArmClient.Answer created = client.put(ADDRESSES + name + V, ADDRESS);
    assertThat(created.status()).isEqualTo(201);
    JsonNode clock = client.admin().post("/_simulator/clock", "{\"to\":\"next\"}").json();
    return Duration.between(begin, instant(clock, "now"));
  }

  private static Instant instant(JsonNode clock, String field) {
    return Instant.parse(clock.path(field).asText());
  }

  @Test
  void fileReplacesRecordedOnesAndOptionsReplaceTheFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("durations"),
            "publicIPAddresses.*=PT1M\n*@/subscriptions/*/publicipaddresses/slow*=PT1H\n");
    SimulatorOptions options =
        options()
            .withDurations(file)
            .withDurations(Map.of("publicIPAddresses.create@other", Duration.ofMinutes(7)));
    try (AzureSimulator simulator = AzureSimulator.start(options)) {
      ArmClient client = ArmClient.of(simulator.access());
      assertThat(create(client, "p")).isEqualTo(Duration.ofMinutes(1));
      assertThat(create(client, "slow-one")).isEqualTo(Duration.ofHours(1));
      assertThat(create(client, "other")).isEqualTo(Duration.ofMinutes(7));
    }
  }

  @Test
  void adminCallReplacesThemForTheRun() {
    try (AzureSimulator simulator = AzureSimulator.start(options())) {
      ArmClient client = ArmClient.of(simulator.access());
      assertThat(create(client, "p1")).isEqualTo(Duration.ofSeconds(2));
      ArmClient.Answer changed =
          client.admin().send("PUT", "/_simulator/durations", "{\"*@p?\":\"PT9S\"}");
      assertThat(changed.status()).isEqualTo(200);
      assertThat(create(client, "p2")).isEqualTo(Duration.ofSeconds(9));
      JsonNode shown = client.admin().get("/_simulator/durations").json();
      assertThat(shown.path("model").asText()).isEqualTo("fixed");
      assertThat(shown.path("overrides").toString()).isEqualTo("{\"*@p?\":\"PT9S\"}");
      assertThat(shown.at("/medians/virtualNetworkGateways.vpn.create").asText())
          .isEqualTo("PT17M25S");
      client.admin().send("PUT", "/_simulator/durations", "{}");
      assertThat(create(client, "p3")).isEqualTo(Duration.ofSeconds(2));
    }
  }

  @Test
  void whatTheAdminCallDoesNotUnderstandChangesNothing() {
    try (AzureSimulator simulator = AzureSimulator.start(options())) {
      ArmClient admin = ArmClient.of(simulator.access()).admin();
      for (String body :
          List.of(
              "[]",
              "{\"*\":\"soon\"}",
              "{\"gateways.*\":\"PT1S\"}",
              "{\"*\":\"PT99999999999999H\"}")) {
        ArmClient.Answer refused = admin.send("PUT", "/_simulator/durations", body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("InvalidDuration");
      }
      assertThat(admin.get("/_simulator/durations").json().path("overrides")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          publicIPAddresses.create=soon|must be an ISO-8601 duration such as PT10M, not 'soon'
          publicIpAdresses.*=PT1S|'publicIpAdresses.*' matches no key of durations
          *=-PT1S|'*' has a negative duration
          *=PT99999999999999H|'*' has a duration longer than PT876600H
          """)
  void fileThatIsNotUsableIsRefusedAtTheStart(String line, String sentence) throws IOException {
    Path file = Files.writeString(directory.resolve("durations"), line);
    SimulatorOptions options = options().withDurations(file);
    assertThatThrownBy(() -> AzureSimulator.start(options))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(sentence);
    AzureSimulator.start(options()).close();
  }

  /** A pipe would keep the build waiting. */
  @Test
  void whatIsNoFileIsNotRead() {
    SimulatorOptions options = options().withDurations(directory);
    assertThatThrownBy(() -> AzureSimulator.start(options))
        .isInstanceOf(SimulatorException.class)
        .hasMessageEndingWith(directory + "', which is not a file.");
  }

  @Test
  void fileThatIsNotThereIsRefused() {
    SimulatorOptions options = options().withDurations(directory.resolve("none"));
    assertThatThrownBy(() -> AzureSimulator.start(options))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("cannot read the durations in '")
        .hasMessageEndingWith(": there is no file '" + directory.resolve("none") + "'.");
  }

  @Test
  void keyThatNoOperationHasIsRefused() {
    SimulatorOptions options =
        options().withDurations(Map.of("virtualNetwork.create", Duration.ofMinutes(1)));
    assertThatThrownBy(() -> AzureSimulator.start(options))
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            "The simulator's durations cannot be used:"
                + " 'virtualNetwork.create' matches no key of durations.");
  }

  @Test
  void recordedDurationsFollowFromSeedAndRequestsInWhateverOrder() throws IOException {
    List<String> names = List.of("a", "b", "c", "d", "e");
    Map<String, Duration> first = drawn(3, names);
    List<String> backwards = new ArrayList<>(names);
    Collections.reverse(backwards);
    assertThat(drawn(3, backwards)).as("seed 3").isEqualTo(first);
    assertThat(drawn(4, names)).as("seed 4").isNotEqualTo(first);
    assertThat(first.values()).doesNotHaveDuplicates();
  }

  /** Creates addresses, each of them twice, in a new simulator that is restarted in between. */
  private Map<String, Duration> drawn(long seed, List<String> names) throws IOException {
    Path own = SimulatorFixture.prepared(Files.createTempDirectory(directory, "run"));
    SimulatorOptions options =
        SimulatorOptions.in(own)
            .withManualClock()
            .withDurationModel(DurationModel.RECORDED)
            .withSeed(seed);
    Map<String, Duration> durations = new TreeMap<>();
    for (String run : List.of("1", "2")) {
      try (AzureSimulator simulator = AzureSimulator.start(options)) {
        ArmClient client = ArmClient.of(simulator.access());
        for (String name : names) {
          durations.put(name + run, create(client, name));
          client.delete(ADDRESSES + name + V);
          client.admin().post("/_simulator/clock", "{\"advance\":\"PT1H\"}");
        }
      }
    }
    return durations;
  }
}
