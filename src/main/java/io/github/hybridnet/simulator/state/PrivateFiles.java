package io.github.hybridnet.simulator.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Files that only their owner can read (where the file system knows owners), written atomically.
 */
public final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Creates a directory of mode 700 with its parents, or sets the mode of the existing one. */
  public static void directory(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      restrict(directory, "rwx------");
      return;
    }
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectories(directory, mode("rwx------"));
  }

  /** Replaces a file of mode 600: the content is on the disk before the name points to it. */
  public static void write(Path file, byte[] content) throws IOException {
    replace(file, content, "rw-------");
  }

  /** Replaces a file that anyone who may enter the directory can read. */
  public static void writePublic(Path file, byte[] content) throws IOException {
    replace(file, content, "rw-r--r--");
  }

  private static void replace(Path file, byte[] content, String mode) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary, mode("rw-------"));
    // Not a channel: it would close unwritten in a thread that was interrupted, as by Ctrl-C.
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
    restrict(temporary, mode);
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
    force(file.toAbsolutePath().getParent());
  }

  /** Brings the new name to the disk, where the system can open a directory for that. */
  private static void force(@Nullable Path directory) throws IOException {
    if (POSIX && directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (ClosedByInterruptException e) {
        // Content and name are written; that the name survives a loss of power is not awaited.
        return;
      }
    }
  }

  private static void restrict(Path path, String mode) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
