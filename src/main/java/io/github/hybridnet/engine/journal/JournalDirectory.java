package io.github.hybridnet.engine.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Small files that are there whole or not at all, whenever the process or the machine ends. The
 * directory keeps itself out of version control; each kind of file has a directory of its own in
 * it.
 */
public final class JournalDirectory {
  /** Larger files are not ours. */
  private static final int LARGEST = 64 * 1024;

  private final Path root;
  private final Path files;

  /**
   * A directory that need not exist.
   *
   * @param root such as {@code .hybridnet}
   * @param kind what its files are about
   */
  public JournalDirectory(Path root, String kind) {
    this.root = root;
    this.files = root.resolve(kind);
  }

  /** Where the file of a name is. */
  public Path file(String name) {
    return files.resolve(name);
  }

  /**
   * The text of a file.
   *
   * @return empty when there is none
   * @throws IOException when it cannot be read, or is no ordinary small file
   */
  public Optional<String> read(String name) throws IOException {
    if (!Files.isDirectory(files)) {
      return Optional.empty();
    }
    Path file = file(name);
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isRegularFile() || found.size() > LARGEST) {
        throw new IOException("it is not a file of the journal");
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      // There is none, or another build has just deleted it.
      return Optional.empty();
    }
  }

  /**
   * The names of all files; drafts of a write that never ended are none.
   *
   * @throws IOException when the directory cannot be read
   */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(files)) {
      return content
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.endsWith(AtomicFileWriter.DRAFT))
          .sorted()
          .toList();
    }
  }

  /** Writes a file; on return it is on the disk, name and all. */
  public void write(String name, String text) throws IOException {
    make();
    AtomicFileWriter.writeDurably(file(name), text);
  }

  /** Deletes a file; one that is not there is no error. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /**
   * Deletes files that were written before a time, drafts that were left included. What others
   * delete meanwhile, and what is no file, is no error.
   */
  void deleteOlderThan(Instant time) throws IOException {
    try (Stream<Path> content = Files.list(files)) {
      for (Path file : content.toList()) {
        deleteIfOlder(file, time);
      }
    }
  }

  private static void deleteIfOlder(Path file, Instant time) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isRegularFile() && found.lastModifiedTime().toInstant().isBefore(time)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Another build has just deleted it.
      return;
    }
  }

  private void make() throws IOException {
    if (Files.isDirectory(files)) {
      return;
    }
    boolean made = makeRoot(root);
    Files.createDirectories(files);
    AtomicFileWriter.sync(root);
    if (made && root.toAbsolutePath().getParent() != null) {
      AtomicFileWriter.sync(root.toAbsolutePath().getParent());
    }
  }

  /**
   * Makes the directory of all journals, which keeps itself out of version control.
   *
   * @param root such as {@code .hybridnet}
   * @return whether it was not there
   * @throws IOException when it cannot be made
   */
  public static boolean makeRoot(Path root) throws IOException {
    boolean made = make(root);
    if (made || isEmpty(root)) {
      keepOutOfVersionControl(root);
    }
    return made;
  }

  private static boolean make(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      return false;
    }
    Path parent = root.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(root);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(root)) {
        // Another build was faster.
        return false;
      }
      throw new IOException("it is not a directory", e);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.findAny().isEmpty();
    }
  }

  private static void keepOutOfVersionControl(Path root) throws IOException {
    try {
      Files.writeString(root.resolve(".gitignore"), "*\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // Another build was faster.
      return;
    }
  }
}
