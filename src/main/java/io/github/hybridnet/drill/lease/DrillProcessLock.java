package io.github.hybridnet.drill.lease;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows that the process of a drill is running: a lock of a file, which the operating system
 * releases when the process ends, however it ends.
 */
public final class DrillProcessLock implements AutoCloseable {
  /** How the names of locked files end. */
  static final String SUFFIX = ".lock";

  /**
   * Those of this process. Its own locks must not be tried: closing a second channel of the file
   * would give the first one's lock back on some systems.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  /** What can be said of a drill's process. */
  public enum ProcessState {
    /** The process is running. */
    ALIVE,
    /** The process has ended, and its lock is free. */
    ENDED,
    /** It is of another machine, or the drive does not say. */
    UNKNOWN
  }

  private DrillProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock; where the drive has none, life is not known. */
  static DrillProcessLock acquire(Path file) throws IOException {
    Path real = file.toAbsolutePath().normalize();
    // Before the lock is tried: nobody of this process may look at the file from then on.
    if (!OURS.add(real)) {
      throw new IOException("this process holds " + real);
    }
    try {
      return lock(real);
    } catch (IOException e) {
      OURS.remove(real);
      throw e;
    }
  }

  private static DrillProcessLock lock(Path real) throws IOException {
    FileChannel channel =
        FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new DrillProcessLock(real, channel);
      }
    } catch (IOException | OverlappingFileLockException e) {
      channel.close();
      throw new IOException("the drive does not lock files", e);
    }
    channel.close();
    throw new IOException("another process holds " + real);
  }

  static ProcessState state(Path file) {
    Path real = file.toAbsolutePath().normalize();
    if (OURS.contains(real)) {
      return ProcessState.ALIVE;
    }
    if (!Files.isRegularFile(real)) {
      return ProcessState.UNKNOWN;
    }
    try (FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null ? ProcessState.ALIVE : ProcessState.ENDED;
    } catch (OverlappingFileLockException e) {
      return ProcessState.ALIVE;
    } catch (IOException e) {
      return ProcessState.UNKNOWN;
    }
  }

  @Override
  public void close() throws IOException {
    OURS.remove(file);
    channel.close();
  }
}
