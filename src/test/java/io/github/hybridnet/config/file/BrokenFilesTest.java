package io.github.hybridnet.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.model.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files hold, the reader answers with findings and never with an exception. */
class BrokenFilesTest {
  private static final int ROUNDS = 400;

  @TempDir Path directory;

  @Test
  void truncatedFilesAreReported() {
    ParameterDirectory files = ParameterDirectory.complete(directory);
    byte[] whole = files.text(ParameterFile.VPN_GATEWAY).getBytes(StandardCharsets.UTF_8);
    int lastBrace = new String(whole, StandardCharsets.UTF_8).lastIndexOf('}');
    for (int length = 1; length <= lastBrace; length += 7) {
      files.write(ParameterFile.VPN_GATEWAY, Arrays.copyOf(whole, length));

      ConfigurationReader.Result configurationResult = files.read();

      assertThat(configurationResult.findings()).as("first %s bytes", length).isNotEmpty();
      assertThat(configurationResult.network().vpn()).isNull();
    }
  }

  @Test
  void mutatedFilesNeverThrow(TestReporter reporter) {
    long seed = Long.getLong("hybridnet.test.seed", new Random().nextLong());
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    ParameterDirectory files = ParameterDirectory.complete(directory);
    Map<ParameterFile, byte[]> originals = new HashMap<>();
    for (ParameterFile file : ParameterFile.values()) {
      originals.put(file, files.text(file).getBytes(StandardCharsets.UTF_8));
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (ParameterFile file : ParameterFile.values()) {
        files.write(file, mutate(Objects.requireNonNull(originals.get(file)), random));
      }

      List<Finding> findings = check(files, seed);

      assertThat(findings)
          .as("seed %s, round %s", seed, round)
          .allSatisfy(
              finding -> {
                assertThat(finding.message()).isNotBlank();
                assertThat(finding.fix()).isNotBlank();
                assertThat(finding.place().file()).isNotBlank();
              });
    }
  }

  private static List<Finding> check(ParameterDirectory files, long seed) {
    try {
      ConfigurationReader.Result configurationResult = files.read();
      List<Finding> findings = new ArrayList<>(configurationResult.findings());
      findings.addAll(
          io.github.hybridnet.validation.NetworkValidator.standard()
              .validate(configurationResult.network(), false));
      return findings;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    if (random.nextInt(3) == 0) {
      return bytes;
    }
    String interesting = "{}[],:\"0129-$.\\/*\n\u0000eE";
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) interesting.charAt(random.nextInt(interesting.length()));
        case 2 -> {
          int to = Math.min(bytes.length, at + random.nextInt(40));
          byte[] cut = new byte[bytes.length - (to - at)];
          System.arraycopy(bytes, 0, cut, 0, at);
          System.arraycopy(bytes, to, cut, at, bytes.length - to);
          bytes = cut.length == 0 ? bytes : cut;
        }
        default -> {
          int length = Math.min(bytes.length - at, random.nextInt(60));
          int target = random.nextInt(bytes.length - length + 1);
          System.arraycopy(bytes, at, bytes, target, length);
        }
      }
    }
    return bytes;
  }
}
