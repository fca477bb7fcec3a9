package io.github.hybridnet.engine.journal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Files that are replaced whole or not at all. There are two forms: a plain one for files that
 * other programs read, and a durable one for what the next run must find, also after the machine
 * failed.
 */
public final class AtomicFileWriter {
  /** The end of the name of a durable file that is not complete. */
  static final String DRAFT = ".new";

  /** Writes what a file holds. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFileWriter() {}

  /**
   * Writes a file, and its directory where there is none.
   *
   * @throws IOException when it cannot be written; an earlier file is unchanged then
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * Writes a file that need not fit into memory, and its directory where there is none.
   *
   * @throws IOException when it cannot be written; an earlier file is unchanged then
   */
  public static void write(Path file, Content content) throws IOException {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file, no root");
    Files.createDirectories(directory);
    // Not a temporary file of the JDK's: those are for their owner only, whatever the umask says.
    Path temporary = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(out);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes a small file for its owner only. On return content and name are on the disk. Its
   * directory must exist.
   *
   * @throws IOException when it cannot be written; an earlier file is unchanged then
   */
  public static void writeDurably(Path file, String text) throws IOException {
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file, no root");
    // Made for its owner only, under a name that no other process uses.
    Path draft = Files.createTempFile(directory, file.getFileName() + ".", DRAFT);
    try {
      // Not a channel: it would close unwritten in a thread that was interrupted, as by Ctrl-C.
      try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    sync(directory);
  }

  /** Windows cannot do it, and some network drives cannot either; the file's own text is safe. */
  static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The name may be lost when the machine fails now; the next run then asks Azure.
      return;
    }
  }
}
