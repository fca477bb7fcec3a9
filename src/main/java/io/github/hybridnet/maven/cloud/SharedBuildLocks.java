package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.engine.WriterLocks;
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
    Map<String, Object> data = session.getRequest().getData();
    String key = SharedBuildLocks.class.getName() + "@" + SharedBuildLocks.class.hashCode();
    synchronized (data) {
      SharedBuildLocks shared =
          (SharedBuildLocks) data.computeIfAbsent(key, k -> new SharedBuildLocks());
      return shared.locks.computeIfAbsent(endpoint, e -> new WriterLocks());
    }
  }
}
