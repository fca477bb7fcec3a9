package io.github.hybridnet.azure.recording;

import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;

/** What is said when traffic cannot be recorded. */
final class RecordingProblems {
  private RecordingProblems() {}

  static UserException unwritable(Path file, String why) {
    return UserException.refused(
        "HN4094",
        PrintableText.line(
            "The traffic cannot be recorded to '" + file + "' (" + why + "). The goal continues."),
        "set hybridnet.record to a folder that can be written to, and run the goal again");
  }
}
