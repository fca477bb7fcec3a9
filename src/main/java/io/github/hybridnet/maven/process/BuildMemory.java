package io.github.hybridnet.maven.process;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;

/** Objects that all goals of one build share, in all modules and threads. */
public final class BuildMemory {
  private BuildMemory() {}

  /**
   * The object of a type in a build. A plugin that is loaded twice has two of each.
   *
   * @param factory makes it for the first goal that asks
   */
  public static <T> T get(MavenSession session, Class<T> type, Supplier<T> factory) {
    Map<String, Object> data = session.getRequest().getData();
    String key = type.getName() + "@" + type.hashCode();
    synchronized (data) {
      return type.cast(data.computeIfAbsent(key, k -> factory.get()));
    }
  }
}
