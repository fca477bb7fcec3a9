package io.github.hybridnet.maven.setup;

import io.github.hybridnet.engine.BuildLocks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;

/** What the goals of one build must not write at the same time, for each cloud. */
public final class SharedLocks {
  private final Map<String, BuildLocks> locks = new ConcurrentHashMap<>();

  private SharedLocks() {}

  /**
   * The locks of the goals of a build that work on one cloud. A plugin that is loaded twice has two
   * of them.
   *
   * @param endpoint the address of the cloud
   */
  public static BuildLocks of(MavenSession session, String endpoint) {
    Map<String, Object> data = session.getRequest().getData();
    String key = SharedLocks.class.getName() + "@" + SharedLocks.class.hashCode();
    synchronized (data) {
      SharedLocks shared = (SharedLocks) data.computeIfAbsent(key, k -> new SharedLocks());
      return shared.locks.computeIfAbsent(endpoint, e -> new BuildLocks());
    }
  }
}
