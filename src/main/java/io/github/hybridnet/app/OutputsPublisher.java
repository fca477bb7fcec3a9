package io.github.hybridnet.app;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.report.GoalOutputs;
import io.github.hybridnet.report.OutputsFile;
import io.github.hybridnet.report.OutputsProperties;
import io.github.hybridnet.report.ProviderOrderFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Hands results to other programs: the file {@code outputs.json} and properties of the project. */
public final class OutputsPublisher {
  private final Path directory;
  private final BiConsumer<String, String> properties;
  private final LineWriter out;

  /**
   * A destination for results.
   *
   * @param directory where the file goes
   * @param properties takes each property's name and value
   */
  public OutputsPublisher(Path directory, BiConsumer<String, String> properties, LineWriter out) {
    this.directory = directory;
    this.properties = properties;
    this.out = out;
  }

  /** Fails if the file could not be written, before anything is changed. */
  public void requireWritable() {
    Path existing = directory.toAbsolutePath();
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw OutputProblems.notWritable(new OutputsFile(directory).path());
    }
  }

  public void write(GoalOutputs goalOutputs) {
    write(goalOutputs, List.of());
  }

  /** Writes results, and deletes removed resources from the file. */
  public void write(GoalOutputs goalOutputs, Collection<ResourceKey> removed) {
    OutputsFile file = new OutputsFile(directory);
    try {
      file.remove(ids(removed));
      file.add(goalOutputs);
    } catch (IOException e) {
      throw OutputProblems.notWrittenAfterDeployment(file.path(), e);
    }
    OutputsProperties.of(goalOutputs).forEach(properties);
    out.info("Results: " + file.path());
  }

  /** Writes the provider order form of a circuit, and returns its path. */
  public Path write(List<String> sheet) {
    ProviderOrderFile file = new ProviderOrderFile(directory);
    try {
      file.write(sheet);
    } catch (IOException e) {
      throw OutputProblems.notWrittenAfterDeployment(file.path(), e);
    }
    return file.path();
  }

  /** Removes resources that no longer exist from the file. */
  public void forget(Collection<ResourceKey> gone) {
    OutputsFile file = new OutputsFile(directory);
    try {
      if (file.remove(ids(gone))) {
        out.info("Results: " + file.path());
      }
    } catch (IOException e) {
      throw OutputProblems.notWrittenAfterRemoval(file.path(), e);
    }
  }

  private static List<String> ids(Collection<ResourceKey> keys) {
    return keys.stream().map(ResourceKey::id).toList();
  }
}
