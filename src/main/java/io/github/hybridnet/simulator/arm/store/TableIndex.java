package io.github.hybridnet.simulator.arm.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the values of a {@link IndexedTable} by what they have, in the order of the table. */
public final class TableIndex<K extends Comparable<K>, V> {
  private final Function<V, ? extends Collection<K>> keys;
  private final NavigableMap<K, NavigableMap<Long, V>> places = new TreeMap<>();

  /** An index by these keys; a value without any is not found by it. */
  TableIndex(Function<V, ? extends Collection<K>> keys) {
    this.keys = keys;
  }

  /** What has this key. */
  public List<V> of(K key) {
    NavigableMap<Long, V> found = places.get(key);
    return found == null ? List.of() : new ArrayList<>(found.values());
  }

  /** How many have this key. */
  public int count(K key) {
    NavigableMap<Long, V> found = places.get(key);
    return found == null ? 0 : found.size();
  }

  /** The first of those that have this key. */
  public Optional<V> firstOf(K key) {
    return Optional.ofNullable(places.get(key)).map(found -> found.firstEntry().getValue());
  }

  /** The first of those that have the least key. */
  public Optional<V> first() {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(places.firstEntry().getValue().firstEntry().getValue());
  }

  void add(long place, V value) {
    for (K key : keys.apply(value)) {
      places.computeIfAbsent(key, absent -> new TreeMap<>()).put(place, value);
    }
  }

  void remove(long place, V value) {
    for (K key : keys.apply(value)) {
      places.computeIfPresent(
          key,
          (same, found) -> {
            found.remove(place);
            return found.isEmpty() ? null : found;
          });
    }
  }
}
