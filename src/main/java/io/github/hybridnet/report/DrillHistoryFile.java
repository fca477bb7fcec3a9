package io.github.hybridnet.report;

import io.github.hybridnet.engine.journal.JournalDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The file that remembers drills: a line of JSON for each, the latest last. Several builds may add
 * to it at once.
 */
final class DrillHistoryFile {
  private static final Object IN_THIS_PROCESS = new Object();

  /** How long other builds are waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LOOK_NANOS = 20_000_000;

  private final Path file;
  private final Duration patience;

  DrillHistoryFile(Path file) {
    this(file, PATIENCE);
  }

  DrillHistoryFile(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * What the file holds.
   *
   * @param entries the drills in the file's order
   * @param damaged the numbers of lines that are none, from 1
   */
  record HistoryContent(List<HistoryEntry> entries, List<Long> damaged) {

    /** The drills that tested the same network, without the drill itself. */
    List<HistoryEntry> before(HistoryEntry entry) {
      return entries.stream()
          .filter(e -> e.isOfSameNetwork(entry) && !e.id().equals(entry.id()))
          .toList();
    }
  }

  Path file() {
    return file;
  }

  /**
   * Reads all lines that can be read.
   *
   * @throws IOException when the file is there and cannot be read
   */
  HistoryContent read() throws IOException {
    List<HistoryEntry> entries = new ArrayList<>();
    List<Long> damaged = new ArrayList<>();
    // Bytes that are no UTF-8 damage their own line only.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        Optional<HistoryEntry> entry = HistoryEntry.parse(line);
        if (entry.isPresent()) {
          entries.add(entry.get());
        } else if (!line.isBlank()) {
          damaged.add(number);
        }
      }
    } catch (NoSuchFileException none) {
      return new HistoryContent(List.of(), List.of());
    }
    return new HistoryContent(List.copyOf(entries), List.copyOf(damaged));
  }

  /**
   * Adds a line; on return it is on the disk.
   *
   * @throws IOException when it cannot be written
   */
  void add(HistoryEntry entry) throws IOException {
    makeDirectory();
    // A drill that was stopped is remembered too; an interrupted thread could not write.
    boolean interrupted = Thread.interrupted();
    try {
      append(entry);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void append(HistoryEntry entry) throws IOException {
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        FileLock lock = lock(channel);
        try {
          append(channel, entry.line());
        } finally {
          release(lock);
        }
      }
    }
  }

  /** One write at the end; a line that an earlier process left unfinished is ended first. */
  private static void append(FileChannel channel, String line) throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    boolean isUnfinished = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
    String text = (isUnfinished ? "\n" : "") + line + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.position(end);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /**
   * Null on drives that cannot lock, and if another process holds the file for longer than it takes
   * to add a line: better a line than none, and a drill must come to its end. So that it does, no
   * interrupt ends the wait.
   */
  private @Nullable FileLock lock(FileChannel channel) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      FileLock lock = channel.tryLock();
      while (lock == null && System.nanoTime() < end) {
        LockSupport.parkNanos(LOOK_NANOS);
        lock = channel.tryLock();
      }
      return lock;
    } catch (IOException | OverlappingFileLockException e) {
      return null;
    }
  }

  private static void release(@Nullable FileLock lock) throws IOException {
    if (lock != null) {
      lock.release();
    }
  }

  /** The directory of the journal keeps itself out of version control, whoever makes it. */
  private void makeDirectory() throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    if (directory.endsWith(".hybridnet")) {
      JournalDirectory.makeRoot(directory);
    } else {
      Files.createDirectories(directory);
    }
  }
}
