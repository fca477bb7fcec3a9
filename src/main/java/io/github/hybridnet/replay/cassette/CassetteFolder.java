package io.github.hybridnet.replay.cassette;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a user means by a path: the file itself, or those of a folder. */
public final class CassetteFolder {
  /** What the files of a folder end with, for messages. */
  public static final String ENDINGS = ".json, .yaml or .yml";

  private static final Pattern ENDING = Pattern.compile(".+\\.(json|yaml|yml)");

  private CassetteFolder() {}

  /**
   * The files, by name; of a folder those that end as {@link #ENDINGS} says, without those of its
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
          .filter(file -> ENDING.matcher(file.toString()).matches() && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
