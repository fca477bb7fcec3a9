package io.github.hybridnet.report;

import io.github.hybridnet.engine.journal.AtomicFileWriter;
import io.github.hybridnet.text.PrintableText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code circuit-handover.txt}: the provider order form, to be sent to the connectivity provider.
 */
public final class ProviderOrderFile {
  private final Path file;

  /** The file in an output directory. */
  public ProviderOrderFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("circuit-handover.txt");
  }

  /** The path of this file. */
  public Path path() {
    return file;
  }

  /**
   * Writes the form in place of an earlier one.
   *
   * @throws IOException when it cannot be written
   */
  public void write(List<String> lines) throws IOException {
    String text =
        String.join(System.lineSeparator(), lines.stream().map(PrintableText::line).toList())
            + System.lineSeparator();
    AtomicFileWriter.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
