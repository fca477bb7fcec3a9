package io.github.hybridnet.app.replay;

import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.cassette.CassetteFolder;
import io.github.hybridnet.replay.cassette.CassetteFormatException;
import io.github.hybridnet.replay.cassette.CassetteReader;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads all cassettes at a path before anything is replayed, and tells all mistakes at once. */
final class CassetteCollector {
  private final List<Cassette> cassettes = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  /**
   * The cassettes.
   *
   * @throws io.github.hybridnet.text.UserException HN4091 when a file is no cassette
   */
  List<Cassette> collect(Path path) {
    List<Path> files = files(path);
    files.forEach(this::read);
    if (!mistakes.isEmpty()) {
      throw ReplayProblems.unreadable(mistakes);
    }
    return cassettes;
  }

  private List<Path> files(Path path) {
    try {
      List<Path> files = CassetteFolder.files(path);
      if (files.isEmpty()) {
        mistakes.add(
            ReplayProblems.mistake(
                path, "the folder has no file that ends with " + CassetteFolder.ENDINGS));
      }
      return files;
    } catch (IOException e) {
      mistakes.add(ReplayProblems.mistake(path, FileFailureText.reason(e)));
      return List.of();
    }
  }

  private void read(Path file) {
    try {
      cassettes.add(CassetteReader.read(file));
    } catch (CassetteFormatException e) {
      mistakes.add(ReplayProblems.mistake(file, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      mistakes.add(ReplayProblems.mistake(file, FileFailureText.reason(e)));
    }
  }
}
