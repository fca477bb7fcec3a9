package io.github.hybridnet.config.file;

import io.github.hybridnet.config.ConfigurationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameter files in a directory of a test's own, to be broken in one place at a time. */
public final class ParameterDirectory {
  /** A strong key, for files that take theirs from the environment. */
  public static final String SHARED_KEY = "qX7!canary.of.the.tunnel.0123456789";

  /** A key for the peering of a circuit. */
  public static final String PEERING_KEY = "canaryZofZtheZpeering";

  private static final Path RESOURCES = Path.of("src/test/resources");

  private final Path directory;
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private ParameterDirectory(Path directory) {
    this.directory = directory;
    properties.put("circuit.bandwidth", "1000");
    environment.put("VPN_SHARED_KEY", SHARED_KEY);
    environment.put("PEERING_KEY", PEERING_KEY);
  }

  /** The published files without the security groups, which are for another network. */
  public static ParameterDirectory reference(Path directory) {
    ParameterDirectory files = new ParameterDirectory(directory);
    for (ParameterFile file : ParameterFile.values()) {
      if (file != ParameterFile.NETWORK_SECURITY_GROUPS) {
        files.copy("reference", file);
      }
    }
    return files;
  }

  /** Files that use everything and have nothing wrong. */
  public static ParameterDirectory complete(Path directory) {
    ParameterDirectory files = new ParameterDirectory(directory);
    for (ParameterFile file : ParameterFile.values()) {
      files.copy("complete", file);
    }
    return files;
  }

  /** Replaces a text that occurs exactly once. */
  public ParameterDirectory edit(ParameterFile file, String from, String to) {
    String text = text(file);
    int first = text.indexOf(from);
    if (first < 0 || text.indexOf(from, first + 1) >= 0) {
      throw new IllegalArgumentException("Not exactly once in " + file + ": " + from);
    }
    return write(file, text.replace(from, to));
  }

  /** Replaces a whole file. */
  public ParameterDirectory write(ParameterFile file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces a whole file. */
  public ParameterDirectory write(ParameterFile file, byte[] bytes) {
    try {
      Files.write(path(file), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return this;
  }

  /** Removes a file. */
  public ParameterDirectory delete(ParameterFile file) {
    try {
      Files.delete(path(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return this;
  }

  /** Sets a Maven property. */
  public ParameterDirectory property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** Sets an environment variable. */
  public ParameterDirectory environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A file's text. */
  public String text(ParameterFile file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where a file is. */
  public Path path(ParameterFile file) {
    return directory.resolve(file.fileName());
  }

  /** Reads all files. */
  public ConfigurationReader.Result read() {
    return read(null);
  }

  /** Reads all files with an explicit resource group. */
  public ConfigurationReader.Result read(@Nullable String resourceGroup) {
    return new ConfigurationReader()
        .read(
            new ConfigurationReader.Request(
                directory,
                ParameterFileSelection.requiring(EnumSet.allOf(ParameterFile.class)),
                resourceGroup,
                properties::get,
                environment::get));
  }

  private void copy(String from, ParameterFile file) {
    try {
      Files.createDirectories(directory);
      Files.copy(RESOURCES.resolve(from).resolve(file.fileName()), path(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
