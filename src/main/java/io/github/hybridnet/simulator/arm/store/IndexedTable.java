package io.github.hybridnet.simulator.arm.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of the state, in the order of insertion. It updates its indices, and can undo each
 * change. Values are never changed, only replaced; a replaced value keeps its place.
 */
public final class IndexedTable<V> extends AbstractMap<String, V> {
  private final UndoLog undoLog;
  private final List<TableIndex<?, V>> indices;
  private final Consumer<String> touched;
  private final Map<String, Row<V>> rows = new HashMap<>();
  private final NavigableMap<Long, Row<V>> order = new TreeMap<>();
  private long last;

  private record Row<V>(long place, Map.Entry<String, V> entry) {}

  IndexedTable(UndoLog undoLog, List<TableIndex<?, V>> indices) {
    this(undoLog, indices, key -> {});
  }

  /** A table that tells the key of each value that becomes another one, also by being undone. */
  IndexedTable(UndoLog undoLog, List<TableIndex<?, V>> indices, Consumer<String> touched) {
    this.undoLog = undoLog;
    this.indices = List.copyOf(indices);
    this.touched = touched;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    Row<V> row = rows.get(key);
    return row == null ? null : row.entry().getValue();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return rows.containsKey(key);
  }

  @Override
  public @Nullable V put(String key, V value) {
    Row<V> before = rows.get(key);
    long place = before == null ? ++last : before.place();
    change(key, before, new Row<>(place, Map.entry(key, value)));
    return before == null ? null : before.entry().getValue();
  }

  @Override
  public @Nullable V remove(@Nullable Object key) {
    Row<V> before = rows.get(key);
    if (before == null) {
      return null;
    }
    change(before.entry().getKey(), before, null);
    return before.entry().getValue();
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new Entries();
  }

  private void change(String key, @Nullable Row<V> before, @Nullable Row<V> after) {
    undoLog.note(() -> set(key, after, before));
    set(key, before, after);
  }

  private void set(String key, @Nullable Row<V> before, @Nullable Row<V> after) {
    touched.accept(key);
    if (before != null) {
      rows.remove(key);
      order.remove(before.place());
      indices.forEach(tableIndex -> tableIndex.remove(before.place(), before.entry().getValue()));
    }
    if (after != null) {
      rows.put(key, after);
      order.put(after.place(), after);
      indices.forEach(tableIndex -> tableIndex.add(after.place(), after.entry().getValue()));
    }
  }

  private final class Entries extends AbstractSet<Map.Entry<String, V>> {
    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return order.values().stream().map(Row::entry).iterator();
    }

    @Override
    public int size() {
      return rows.size();
    }
  }
}
