package io.github.hybridnet.replay.cassette;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a user means by a path: the file itself, or the JSON files in a folder. */
public final class CassetteFolder {
  /** What the files of a folder end with, for messages. */
  public static final String ENDINGS = ".json";

  private CassetteFolder() {}

  /**
   * The files, by name; of a folder those that end with {@code .json}, without those of its
   * folders.
   *
   * @throws IOException when the path does not exist or the folder cannot be read
   */
  public static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      path.getFileSystem().provider().checkAccess(path);
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside
          .filter(file -> file.toString().endsWith(ENDINGS) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
