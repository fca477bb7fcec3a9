package io.github.hybridnet.simulator.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Makes a directory belong to one simulator at a time, in this process or another. The operating
 * system lets go of it when the process dies, however it dies.
 */
public final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;
  private final Path owner;

  private DirectoryLock(FileChannel channel, Path owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /** Takes the directory; empty if somebody else has it. */
  public static Optional<DirectoryLock> take(Path directory) throws IOException {
    Path owner = directory.resolve("owner");
    // Opening and closing the lock's file again would release the lock of this very process.
    if (owner(directory).filter(DirectoryLock::thisProcess).isPresent()) {
      return Optional.empty();
    }
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    try {
      PrivateFiles.write(owner, thisProcess().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return Optional.of(new DirectoryLock(channel, owner));
  }

  /** Who has, or last had, the directory: for example {@code process 4711}. */
  public static Optional<String> owner(Path directory) throws IOException {
    try {
      return Optional.of(Files.readString(directory.resolve("owner")).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(owner);
    }
  }

  private static boolean thisProcess(String owner) {
    return owner.equals(thisProcess());
  }

  private static String thisProcess() {
    ProcessHandle me = ProcessHandle.current();
    String since = me.info().startInstant().map(start -> ", started at " + start).orElse("");
    return "process " + me.pid() + since;
  }
}
