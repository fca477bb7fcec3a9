package io.github.hybridnet.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map with a limited number of entries: it keeps those that were used last. */
final class LruMap<V> extends LinkedHashMap<String, V> {
  /** How many are kept. */
  static final int MOST = 10_000;

  private static final long serialVersionUID = 1L;

  LruMap() {
    super(16, 0.75f, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > MOST;
  }
}
