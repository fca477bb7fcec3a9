package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulator's directory that others delete, or that is somebody else's. */
class DirectoryOwnershipTest {
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/g"
          + "?api-version=2021-04-01";

  @TempDir private Path parent;

  /**
   * Takes the directory away at once. Deleting file by file may last until the simulator puts the
   * first of them back.
   */
  private static void delete(Path directory) throws IOException {
    Files.move(directory, directory.resolveSibling("deleted"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The simulator may put its directory back in between. */
  private void putInPlaceOf(Path directory, Path theirs) {
    AtomicInteger tries = new AtomicInteger();
    Patience.until(
        "the directory is somebody else's",
        () -> {
          try {
            Files.move(directory, parent.resolve("deleted-" + tries.incrementAndGet()));
            Files.move(theirs, directory);
            return true;
          } catch (FileAlreadyExistsException | NoSuchFileException e) {
            return false;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void group(SimulatorAccess access) {
    String body = "{\"location\":\"westus2\"}";
    assertThat(ArmClient.of(access).put(GROUP, body).status()).isEqualTo(201);
  }

  private static void assertStateIsThereAtTheNextStart(Path directory) {
    try (AzureSimulator next = AzureSimulator.start(SimulatorOptions.in(directory))) {
      assertThat(ArmClient.of(next.access()).get(GROUP).status()).isEqualTo(200);
    }
  }

  private static Map<String, String> content(Path directory) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return all;
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void filesThatAreDeletedComeBackWithTheStateAndNoSecondOneStarts() throws IOException {
    Path directory = parent.resolve("simulator");
    try (AzureSimulator first = AzureSimulator.start(SimulatorOptions.in(directory))) {
      group(first.access());
      delete(directory);
      SimulatorAccess found = AzureSimulator.running(directory).orElseThrow();
      assertThat(found).isEqualTo(first.access());
      assertThatThrownBy(() -> AzureSimulator.start(SimulatorOptions.in(directory)))
          .isInstanceOf(SimulatorException.class)
          .hasMessageStartingWith(
              "A simulator already runs in the directory '" + directory + "', in process ");
      assertThat(ArmClient.of(found).get(GROUP).status()).isEqualTo(200);
    }
    assertThat(directory.resolve("endpoint")).doesNotExist();
    assertStateIsThereAtTheNextStart(directory);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void whatIsDeletedRightBeforeTheEndIsSavedAllTheSame() throws IOException {
    Path directory = parent.resolve("simulator");
    try (AzureSimulator first = AzureSimulator.start(SimulatorOptions.in(directory))) {
      group(first.access());
      delete(directory);
    }
    assertStateIsThereAtTheNextStart(directory);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void nothingIsWrittenWhereSomebodyElseIsNow() throws IOException {
    Path directory = parent.resolve("simulator");
    AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(directory));
    Path theirs = Files.createDirectory(parent.resolve("theirs"));
    Files.writeString(theirs.resolve("state.json"), "theirs");
    putInPlaceOf(directory, theirs);
    assertThatThrownBy(simulator::close)
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            "The simulator could not save its state in the directory '"
                + directory
                + "': its directory was deleted, or is another simulator's now.");
    assertThat(content(directory)).isEqualTo(Map.of("state.json", "theirs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state.json",
        "state.key",
        "credentials.json",
        "endpoint",
        "certificates.new/mine.txt",
        "environment.sh",
        ".git/config",
        "lock"
      })
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
  void whatSomebodyElseKeepsInADirectoryIsNotTouched(String name) throws IOException {
    Path theirs = Files.createDirectory(parent.resolve("theirs"));
    Files.createDirectories(theirs.resolve(name).getParent());
    Files.writeString(theirs.resolve(name), "theirs");
    Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), theirs);
    for (Path directory : new Path[] {theirs, link}) {
      assertThatThrownBy(() -> AzureSimulator.startEmpty(SimulatorOptions.in(directory)))
          .isInstanceOf(SimulatorException.class)
          .hasMessage(
              "The simulator cannot use the directory '"
                  + directory
                  + "', which contains files that are not a simulator's. Nothing was changed."
                  + " Choose a directory that is empty or does not exist.");
      assertThat(content(theirs)).isEqualTo(Map.of(name, "theirs"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(theirs)))
          .isEqualTo("rwxr-xr-x");
    }
  }

  @Test
  void aDirectoryOfAnEarlierVersionIsStillTheSimulators() throws IOException {
    Path directory = parent.resolve("simulator");
    AzureSimulator.start(SimulatorOptions.in(directory)).close();
    Files.delete(directory.resolve(".hybridnet-simulator"));
    AzureSimulator.start(SimulatorOptions.in(directory)).close();
    assertThat(directory.resolve(".hybridnet-simulator")).exists();
  }
}
