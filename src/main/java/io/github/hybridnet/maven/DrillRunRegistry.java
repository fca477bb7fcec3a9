package io.github.hybridnet.maven;

import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * Where {@code test-failover} ran in this build: a result in another directory is of an earlier
 * one. All modules of the build share it.
 */
final class DrillRunRegistry {
  private static final String PREFIX = DrillRunRegistry.class.getName() + " ";

  private final Map<String, Object> data;

  DrillRunRegistry(MavenSession session) {
    this.data = session.getRequest().getData();
  }

  /** Remembers that a drill begins whose result goes to this directory. */
  void begin(Path directory) {
    synchronized (data) {
      data.put(key(directory), true);
    }
  }

  /** Whether the result in a directory is of this build. */
  boolean has(Path directory) {
    synchronized (data) {
      return data.containsKey(key(directory));
    }
  }

  private static String key(Path directory) {
    return PREFIX + directory.toAbsolutePath().normalize();
  }
}
