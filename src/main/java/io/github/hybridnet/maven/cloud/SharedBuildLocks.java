package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.engine.WriterLocks;
import io.github.hybridnet.maven.process.BuildMemory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;

/** What the goals of one build must not write at the same time, for each cloud. */
public final class SharedBuildLocks {
  private final Map<String, WriterLocks> locks = new ConcurrentHashMap<>();

  private SharedBuildLocks() {}

  /**
   * The locks of the goals of a build that work on one cloud. A plugin that is loaded twice has two
   * of them.
   *
   * @param endpoint the address of the cloud
   */
  public static WriterLocks of(MavenSession session, String endpoint) {
    return BuildMemory.get(session, SharedBuildLocks.class, SharedBuildLocks::new)
        .locks
        .computeIfAbsent(endpoint, e -> new WriterLocks());
  }
}
