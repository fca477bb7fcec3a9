package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.model.HybridNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of the published parameter files, which a test can change. */
final class ParameterFilesCopy {
  /** The published files. */
  static final Path PUBLISHED = Path.of("src/it/quickstart/src/main/hybridnet");

  private final Path files;

  private ParameterFilesCopy(Path files) {
    this.files = files;
  }

  /** A new copy below a test's directory; an earlier one is overwritten. */
  static ParameterFilesCopy below(Path directory) throws IOException {
    Path files = Files.createDirectories(directory.resolve("parameters"));
    for (Path file : list(PUBLISHED)) {
      Files.writeString(files.resolve(file.getFileName()), Files.readString(file));
    }
    return new ParameterFilesCopy(files);
  }

  /** Replaces a text in all files. */
  ParameterFilesCopy replace(String from, String to) throws IOException {
    for (Path file : list(files)) {
      Files.writeString(file, Files.readString(file).replace(from, to));
    }
    return this;
  }

  /** Replaces a text of one file, which must contain it. */
  ParameterFilesCopy edit(ParameterFile file, String from, String to) throws IOException {
    Path path = files.resolve(file.fileName());
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
    return this;
  }

  ParameterFilesCopy write(ParameterFile file, String text) throws IOException {
    Files.writeString(files.resolve(file.fileName()), text);
    return this;
  }

  ParameterFilesCopy remove(ParameterFile file) throws IOException {
    Files.delete(files.resolve(file.fileName()));
    return this;
  }

  /** The network that the files declare, with modern SKUs; no file may have a mistake. */
  HybridNetwork network() {
    return read(files);
  }

  /** The network that the files of a directory declare. */
  static HybridNetwork read(Path files) {
    ConfigurationReader.Result result =
        new ConfigurationReader()
            .read(
                new ConfigurationReader.Request(
                    files,
                    ParameterFileSelection.requiring(Set.of()),
                    null,
                    ValueLookup.NOTHING,
                    ValueLookup.NOTHING));
    assertThat(result.findings()).isEmpty();
    return result.network().withModernSkus();
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
