package io.github.hybridnet.report;

import java.io.IOException;
import java.nio.file.Path;

/** {@code result.json}: what a script needs to know of a drill, and no more. */
final class DrillResultFile {
  static final String NAME = "result.json";

  private DrillResultFile() {}

  static void write(Path directory, DrillReport report) throws IOException {
    JsonFile.write(directory.resolve(NAME), DrillOutcomeJson.outcome(report));
  }
}
