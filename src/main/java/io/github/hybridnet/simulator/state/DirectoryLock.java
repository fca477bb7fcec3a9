package io.github.hybridnet.simulator.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a directory belong to one simulator at a time, in this process or another. The operating
 * system lets go of it when the process dies, however it dies. One lock is in the directory, for
 * other users of this machine; the other is not, since the directory may be deleted while its
 * simulator runs, as by {@code mvn clean}.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String OWNER = "owner";

  private final Path directory;
  private final Path outside;
  private final FileChannel outer;
  private FileChannel inner;

  private DirectoryLock(Path directory, Path outside, FileChannel outer, FileChannel inner) {
    this.directory = directory;
    this.outside = outside;
    this.outer = outer;
    this.inner = inner;
  }

  /** Takes the directory; empty if somebody else has it. */
  public static Optional<DirectoryLock> take(Path directory) throws IOException {
    Path outside = LockFileRegistry.entry(directory);
    // Opening and closing the lock's file again would release the lock of this very process.
    if (read(ownerBeside(outside)).filter(DirectoryLock::thisProcess).isPresent()
        || read(directory.resolve(OWNER)).filter(DirectoryLock::thisProcess).isPresent()) {
      return Optional.empty();
    }
    FileChannel outer = lock(outside);
    if (outer == null) {
      return Optional.empty();
    }
    FileChannel inner = null;
    try {
      inner = lock(directory.resolve(LOCK));
      if (inner == null) {
        return Optional.empty();
      }
      DirectoryLock lock = new DirectoryLock(directory, outside, outer, inner);
      lock.sign();
      return Optional.of(lock);
    } catch (IOException e) {
      if (inner != null) {
        inner.close();
      }
      inner = null;
      throw e;
    } finally {
      if (inner == null) {
        outer.close();
      }
    }
  }

  /** Who has, or last had, the directory: for example {@code process 4711}. */
  public static Optional<String> owner(Path directory) throws IOException {
    Optional<String> inside = read(directory.resolve(OWNER));
    return inside.isPresent() ? inside : read(ownerBeside(LockFileRegistry.entry(directory)));
  }

  /** Whether a living process says that it has the directory, even if all files there are gone. */
  public static boolean isHeld(Path directory) throws IOException {
    String owner = read(ownerBeside(LockFileRegistry.entry(directory))).orElse("");
    String number = owner.replaceFirst("^process (\\d{1,18}).*$", "$1");
    return !number.equals(owner)
        && ProcessHandle.of(Long.parseLong(number)).filter(p -> owner.equals(name(p))).isPresent();
  }

  /** Whether the files of the directory are still those of this lock's owner. */
  public boolean isSigned() throws IOException {
    return read(directory.resolve(OWNER)).filter(DirectoryLock::thisProcess).isPresent();
  }

  /**
   * Takes the directory anew after it was deleted and made again.
   *
   * @return false if somebody else was faster
   */
  public boolean renew() throws IOException {
    // First, since closing a second channel of the same file would release the lock.
    inner.close();
    FileChannel fresh = lock(directory.resolve(LOCK));
    if (fresh == null) {
      return false;
    }
    inner = fresh;
    sign();
    return true;
  }

  @Override
  public void close() throws IOException {
    FileChannel last = inner;
    try (outer;
        last) {
      if (isSigned()) {
        Files.deleteIfExists(directory.resolve(OWNER));
      }
      Files.deleteIfExists(ownerBeside(outside));
      Files.deleteIfExists(outside);
    }
  }

  private void sign() throws IOException {
    byte[] name = thisProcess().getBytes(StandardCharsets.UTF_8);
    PrivateFiles.write(directory.resolve(OWNER), name);
    PrivateFiles.write(ownerBeside(outside), name);
  }

  /** Locks a file; null if somebody else has it. */
  private static @Nullable FileChannel lock(Path file) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Object opened = key(file);
      try {
        if (channel.tryLock() == null) {
          channel.close();
          return null;
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        return null;
      }
      // Whoever had it before deletes it: a lock on a file without a name holds nobody off.
      if (Files.exists(file) && Objects.equals(opened, key(file))) {
        return channel;
      }
      channel.close();
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static Path ownerBeside(Path lock) {
    return lock.resolveSibling(lock.getFileName() + "." + OWNER);
  }

  private static Optional<String> read(Path owner) throws IOException {
    try {
      byte[] name = Files.readAllBytes(owner);
      return Optional.of(new String(name, StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean thisProcess(String owner) {
    return owner.equals(thisProcess());
  }

  private static String thisProcess() {
    return name(ProcessHandle.current());
  }

  private static String name(ProcessHandle process) {
    String since = process.info().startInstant().map(start -> ", started at " + start).orElse("");
    return "process " + process.pid() + since;
  }
}
