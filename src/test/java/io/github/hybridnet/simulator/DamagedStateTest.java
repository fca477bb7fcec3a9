package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.state.BrokenFileException;
import io.github.hybridnet.simulator.state.SecretCipher;
import io.github.hybridnet.simulator.state.SecretFields;
import io.github.hybridnet.simulator.state.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of a simulator's state: each is told as a sentence with the file's name, or does no
 * harm. {@code -Dsimulator.mutations=100000} tries as many, {@code -Dsimulator.seed} repeats a run.
 */
class DamagedStateTest {
  private static final int MUTATIONS = Integer.getInteger("simulator.mutations", 500);
  private static final int STARTS = Math.max(10, MUTATIONS / 1000);

  @TempDir private Path directory;

  private final long seed = Long.getLong("simulator.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private Path file;
  private byte[] whole;

  @BeforeEach
  void save(TestReporter reporter) throws IOException {
    reporter.publishEntry("simulator.seed", Long.toString(seed));
    SimulatorFixture.prepared(directory);
    file = directory.resolve("state.json");
    try (AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(directory))) {
      String group = "/subscriptions/" + simulator.access().credentials().subscriptionId();
      ArmClient client = ArmClient.of(simulator.access());
      group += "/resourceGroups/g";
      client.put(group + "?api-version=2021-04-01", "{\"location\":\"westus2\"}");
      String network = group + "/providers/Microsoft.Network/virtualNetworks/v";
      client.put(
          network + "?api-version=2024-05-01",
          "{\"location\":\"westus2\",\"properties\":{\"addressSpace\":"
              + "{\"addressPrefixes\":[\"10.0.0.0/16\"]}}}");
    }
    whole = Files.readAllBytes(file);
  }

  @Test
  void cutAtEveryByte() throws IOException {
    StateFile state = state();
    String loaded = state.load().orElseThrow().toString();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(tell(state)).as("cut at %d, seed %d", length, seed).isNotEqualTo(loaded);
    }
  }

  @Test
  void changedAnywhere() throws IOException {
    StateFile state = state();
    String loaded = state.load().orElseThrow().toString();
    int told = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] changed = mutated(whole);
      Files.write(file, changed);
      String said = tell(state);
      told += said.equals(loaded) ? 0 : 1;
    }
    System.out.println("STATE MUTATIONS " + MUTATIONS + ", told " + told + ", seed " + seed);
    assertThat(told).as("seed %d", seed).isGreaterThan(MUTATIONS * 9 / 10);
  }

  /** Without the signature, as earlier versions saved it, only what is read can be told. */
  @Test
  void changedValuesOfAnUnsignedState() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode unsigned = (ObjectNode) mapper.readTree(whole);
    unsigned.remove("signature");
    byte[] content = mapper.writeValueAsBytes(unsigned);
    for (int i = 0; i < STARTS; i++) {
      Files.write(file, mutated(content));
      try (AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(directory))) {
        assertThat(simulator.endpoint()).as("seed %d", seed).isNotNull();
      } catch (SimulatorException e) {
        assertThat(e).as("seed %d", seed).hasMessageContaining(file.toString());
      }
    }
  }

  private StateFile state() throws IOException {
    SecretCipher box = SecretCipher.keyIn(directory.resolve("state.key"));
    return new StateFile(file, new SecretFields(box));
  }

  /** What is loaded, or what is said; anything else fails the test. */
  private String tell(StateFile state) throws IOException {
    try {
      return state.load().orElseThrow().toString();
    } catch (BrokenFileException e) {
      assertThat(e).as("seed %d", seed).hasMessageStartingWith(file + " cannot be used: it");
      return String.valueOf(e.getMessage());
    }
  }

  /** One to three bytes changed, removed, doubled, or exchanged for another value. */
  private byte[] mutated(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(text.length());
      String rest = text.substring(at + 1);
      text =
          switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + (char) random.nextInt(256) + rest;
            case 1 -> text.substring(0, at) + rest;
            case 2 -> text.substring(0, at + 1) + text.charAt(at) + rest;
            case 3 -> text.replaceFirst("\"[^\"]{3,}\" *: *(\"[^\"]*\"|\\d+)", "\"x\":null");
            default -> text.substring(0, at) + (char) ('0' + random.nextInt(10)) + rest;
          };
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
