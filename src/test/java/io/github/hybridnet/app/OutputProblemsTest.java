package io.github.hybridnet.app;

import static io.github.hybridnet.app.ProblemAssertions.says;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OutputProblemsTest {
  private static final Path FILE = Path.of("outputs.json");

  @Test
  void eachSaysWhatHappenedInAzureBefore() {
    says(
        OutputProblems.notWrittenAfterDeployment(FILE, new IOException("full")),
        "HN4013: The file 'outputs.json' could not be written: full.",
        "  Fix: make the directory of the file writable, or set hybridnet.outputDirectory to"
            + " another one. The deployed resources are not affected");
    says(
        OutputProblems.notWrittenAfterRemoval(FILE, new IOException("full")),
        "HN4013: The file 'outputs.json' could not be written: full.",
        "  Fix: make the directory of the file writable, or set hybridnet.outputDirectory to"
            + " another one. The removed resources stay removed");
    says(
        OutputProblems.reportNotWritten(FILE, new IOException("full")),
        "HN4013: The file 'outputs.json' could not be written: full.",
        "  Fix: make the directory of the file writable, or set hybridnet.outputDirectory to"
            + " another one. Nothing was changed in Azure");
    says(
        OutputProblems.notWritable(FILE),
        "HN4013: The file 'outputs.json' cannot be written.",
        "  Fix: make the directory of the file writable, or set hybridnet.outputDirectory to"
            + " another one. Nothing was changed");
  }
}
