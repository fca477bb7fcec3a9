package io.github.hybridnet.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
  @TempDir Path directory;

  @Test
  void directoryHasOneOwnerAtATime() throws IOException {
    DirectoryLock first = DirectoryLock.take(directory).orElseThrow();
    assertThat(DirectoryLock.take(directory)).isEmpty();
    assertThat(DirectoryLock.owner(directory).orElseThrow())
        .startsWith("process " + ProcessHandle.current().pid());
    first.close();
    assertThat(DirectoryLock.owner(directory)).isEmpty();
    Optional<DirectoryLock> second = DirectoryLock.take(directory);
    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void directoryThatWasDeletedStillHasItsOwner() throws IOException {
    Path deleted = Files.createDirectory(directory.resolve("deleted"));
    DirectoryLock first = DirectoryLock.take(deleted).orElseThrow();
    Files.delete(deleted.resolve("lock"));
    Files.delete(deleted.resolve("owner"));
    Files.delete(deleted);
    assertThat(DirectoryLock.isHeld(deleted)).isTrue();
    Files.createDirectory(deleted);
    assertThat(DirectoryLock.take(deleted)).isEmpty();
    first.close();
    assertThat(DirectoryLock.isHeld(deleted)).isFalse();
    DirectoryLock second = DirectoryLock.take(deleted).orElseThrow();
    second.close();
  }

  @Test
  void ownerThatDiedDoesNotHoldTheDirectory() throws IOException {
    Files.writeString(directory.resolve("owner"), "process 1, started at 2001-01-01T00:00:00Z");
    Files.createFile(directory.resolve("lock"));
    try (DirectoryLock lock = DirectoryLock.take(directory).orElseThrow()) {
      assertThat(DirectoryLock.owner(directory).orElseThrow())
          .startsWith("process " + ProcessHandle.current().pid());
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void anotherProcessHoldsTheDirectoryUntilItIsKilled() throws Exception {
    Process other =
        ChildProcesses.bounded(
            ChildProcesses.java(Holder.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    try {
      // One byte says that the other process has the lock.
      assertThat(other.getInputStream().read()).isEqualTo('y');
      assertThat(DirectoryLock.take(directory)).isEmpty();
      assertThat(DirectoryLock.isHeld(directory)).isTrue();
      assertThat(DirectoryLock.owner(directory).orElseThrow()).startsWith("process " + other.pid());
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Optional<DirectoryLock> taken = DirectoryLock.take(directory);
    assertThat(taken).isPresent();
    taken.get().close();
  }

  /** Takes a directory and keeps it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      boolean taken = DirectoryLock.take(Path.of(args[0])).isPresent();
      System.out.write(taken ? 'y' : 'n');
      System.out.flush();
      while (System.in.read() >= 0) {
        // The test never writes; its end closes the stream.
        continue;
      }
    }
  }
}
