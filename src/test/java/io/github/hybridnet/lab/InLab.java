package io.github.hybridnet.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.lab.Ways.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A lab for all tests of a class, and what they assert of drills in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InLab {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final int PACKETS = 200;
  static final Tally TALLY = new Tally();

  private final Namespaces namespaces = Namespaces.own();
  private final Thread hook = new Thread(this::tearDown, "lab-teardown");
  private volatile Path directory;
  Lab lab;

  @BeforeAll
  void build() throws Exception {
    Optional<String> obstacle = namespaces.obstacle().or(Maven::obstacle);
    obstacle.ifPresent(System.out::println);
    if (Boolean.getBoolean("hybridnet.lab.required")) {
      assertThat(obstacle).as("why the lab cannot run").isEmpty();
    }
    Assumptions.assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));
    Namespaces.sweep();
    Runtime.getRuntime().addShutdownHook(hook);
    // Not below target: names of sockets must be short.
    directory = Files.createTempDirectory("hybridnet-lab");
    lab = Lab.build(namespaces, directory);
  }

  @AfterAll
  void end() throws Exception {
    try {
      if (lab != null) {
        TALLY.print();
        assertThat(lab.filesWithKey()).as("files that hold the shared key").isEmpty();
        lab.close();
      }
    } finally {
      tearDown();
    }
    assertThat(TALLY.falsePasses()).as("false passes").isZero();
    assertThat(TALLY.falseFailures()).as("false failures").isZero();
    assertThat(TALLY.outsideOfBounds()).as("outages that were not as reported").isZero();
  }

  private void tearDown() {
    try {
      if (directory != null) {
        namespaces.close();
        remove(directory);
      }
    } catch (Exception e) {
      e.printStackTrace();
    }
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @BeforeEach
  void asAtFirst() throws Exception {
    lab.reset();
  }

  final void assertRefused(String scenario, String code, Path directory) throws Exception {
    // What is wrong here does not settle: the gates need not wait for it as long as usual.
    Map<String, String> settings = Map.of("settleTimeout", "5s");
    try (Exercise drill = Exercise.begin(lab, directory, settings)) {
      assertThat(drill.end()).as(drill.story()).isOne();
      assertOutcome(scenario, "refused", drill);
      assertThat(drill.report().codes()).contains(code);
      assertThat(drill.report().root().at("/marks/lever").isNumber()).isFalse();
      assertThat(new PlainLever(lab.site()).isPulled()).isFalse();
    }
  }

  final void assertFailsAndComesBack(String scenario, Path directory, Map<String, String> settings)
      throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("failoverTimeout", "5s");
    try (Exercise drill = Exercise.begin(lab, directory, all)) {
      assertThat(drill.end()).as(drill.story()).isOne();
      assertOutcome(scenario, "failed", drill);
      assertThat(drill.report().codes()).contains("HN5020");
      assertThat(new Ways(lab).now()).isEqualTo(Way.EXPRESS_ROUTE);
      assertThat(new PlainLever(lab.site()).isPulled()).isFalse();
    }
  }

  final void assertOutcome(String scenario, String expected, Exercise drill) throws Exception {
    TALLY.verdict(scenario, expected, drill.report().outcome());
    assertThat(drill.report().outcome()).as(drill.story()).isEqualTo(expected);
    assertThat(drill.filesWith(lab.key())).as("files that hold the shared key").isEmpty();
    assertThat(drill.filesWith(Declared.ER_GATEWAY))
        .as("what is looked for can be found")
        .isNotEmpty();
  }

  static void assertThatPacketsTookTheVpn(Exercise drill) throws Exception {
    Instant from = drill.report().at("failedOver");
    Instant until = drill.report().at("restore");
    Captures captures = drill.captures();
    assertThat(captures.atHost(Packet.TCP, LabService.HTTP, from, until))
        .as("HTTP at the host while failed over")
        .isPositive();
    assertThat(captures.overCircuit(Packet.TCP, LabService.HTTP, from, until))
        .as("HTTP on the circuit while failed over")
        .isZero();
    assertThat(captures.overCircuit(Packet.UDP, LabService.ECHO, from, until)).isZero();
    assertThat(captures.encrypted(from, until)).as("ESP in UDP on the internet").isPositive();
    assertThat(captures.exposed()).as("readable or private packets on the internet").isEmpty();
    assertThat(captures.readableOnCircuit()).as("what is looked for can be found").isPositive();
  }

  final void awaitSimulator(String... shown) throws Exception {
    Waiting.until(
        "the simulator shows " + List.of(shown),
        PATIENCE,
        () -> {
          String paths = lab.site().tell("admin", "GET", "paths");
          return Stream.of(shown).allMatch(paths::contains);
        });
  }

  final void awaitWay(Way way) throws Exception {
    Waiting.until("packets go " + way, PATIENCE, () -> new Ways(lab).now() == way);
  }

  static void awaitPackets(Captures captures, Instant from) throws Exception {
    Waiting.until(
        "packets at the host",
        PATIENCE,
        () -> captures.atHost(Packet.UDP, LabService.ECHO, from, Instant.MAX) >= PACKETS);
  }
}
