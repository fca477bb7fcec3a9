package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.report.HandoverFile;
import io.github.hybridnet.report.Outputs;
import io.github.hybridnet.report.OutputsFile;
import io.github.hybridnet.report.OutputsProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Hands results to other programs: the file {@code outputs.json} and properties of the project. */
public final class Results {
  private final Path directory;
  private final BiConsumer<String, String> properties;
  private final LineWriter out;

  /**
   * A destination for results.
   *
   * @param directory where the file goes
   * @param properties takes each property's name and value
   */
  public Results(Path directory, BiConsumer<String, String> properties, LineWriter out) {
    this.directory = directory;
    this.properties = properties;
    this.out = out;
  }

  /** Refuses a directory that cannot take the file, while there is nothing yet to be lost. */
  void requireWritable() {
    Path existing = directory.toAbsolutePath();
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw GoalProblems.outputsNotWritable(new OutputsFile(directory).path());
    }
  }

  void write(Outputs outputs) {
    write(outputs, List.of());
  }

  /** Writes what stands, and takes out of the file what is gone. */
  void write(Outputs outputs, Collection<ResourceKey> gone) {
    OutputsFile file = new OutputsFile(directory);
    try {
      file.remove(gone.stream().map(ResourceKey::id).toList());
      file.add(outputs);
    } catch (IOException e) {
      throw GoalProblems.outputsNotWritten(file.path(), e);
    }
    OutputsProperties.of(outputs).forEach(properties);
    out.info("Results: " + file.path());
  }

  /** Writes the hand-over sheet of a circuit, and says where it is. */
  Path write(List<String> sheet) {
    HandoverFile file = new HandoverFile(directory);
    try {
      file.write(sheet);
    } catch (IOException e) {
      throw GoalProblems.outputsNotWritten(file.path(), e);
    }
    return file.path();
  }

  /** Takes what is gone out of the file. */
  void forget(Collection<ResourceKey> gone) {
    OutputsFile file = new OutputsFile(directory);
    try {
      if (file.remove(gone.stream().map(ResourceKey::id).toList())) {
        out.info("Results: " + file.path());
      }
    } catch (IOException e) {
      throw GoalProblems.outputsNotWritten(file.path(), e);
    }
  }
}
