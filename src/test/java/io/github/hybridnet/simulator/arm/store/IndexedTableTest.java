package io.github.hybridnet.simulator.arm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexedTableTest {
  private final UndoLog undoLog = new UndoLog();
  private final TableIndex<Integer, String> byLength =
      new TableIndex<>(text -> List.of(text.length()));
  private final IndexedTable<String> indexedTable = new IndexedTable<>(undoLog, List.of(byLength));

  @BeforeEach
  void open() {
    undoLog.open();
  }

  @Test
  void replacedValuesKeepTheirPlaceAndRemovedOnesLoseIt() {
    indexedTable.put("a", "1");
    indexedTable.put("b", "2");
    indexedTable.put("a", "3");
    assertThat(indexedTable.values()).containsExactly("3", "2");
    indexedTable.remove("a");
    indexedTable.put("a", "4");
    assertThat(indexedTable.values()).containsExactly("2", "4");
  }

  @Test
  void undoneRemovalBringsBackTheOldPlace() {
    indexedTable.put("a", "1");
    indexedTable.put("b", "2");
    long before = undoLog.version();
    indexedTable.remove("a");
    indexedTable.put("a", "3");
    undoLog.backTo(before);
    assertThat(indexedTable.values()).containsExactly("1", "2");
    assertThat(byLength.of(1)).containsExactly("1", "2");
  }

  @Test
  void whatWasCommittedStays() {
    indexedTable.put("a", "1");
    undoLog.commit();
    long before = undoLog.version();
    indexedTable.put("b", "2");
    undoLog.backTo(before);
    assertThat(indexedTable).containsOnly(Map.entry("a", "1"));
    assertThat(undoLog.version()).isEqualTo(before);
  }

  @Test
  void nothingIsChangedWhileItIsClosed() {
    undoLog.close();
    assertThatThrownBy(() -> indexedTable.put("a", "1")).isInstanceOf(IllegalStateException.class);
    assertThat(indexedTable).isEmpty();
  }

  @Test
  void indexFindsTheLeastKeyAndTheFirstOfIt() {
    indexedTable.put("a", "three");
    indexedTable.put("b", "one");
    indexedTable.put("c", "two");
    assertThat(byLength.first()).contains("one");
    indexedTable.remove("b");
    assertThat(byLength.first()).contains("two");
    assertThat(byLength.of(3)).containsExactly("two");
    assertThat(byLength.firstOf(5)).contains("three");
    assertThat(byLength.count(4)).isZero();
  }

  /** The table beside a map that is copied, as the simplest thing that is right. */
  @Test
  void behavesLikeALinkedMapThatIsCopied() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, String> model = new LinkedHashMap<>();
    for (int round = 0; round < 200; round++) {
      Map<String, String> changed = new LinkedHashMap<>(model);
      long before = undoLog.version();
      for (int i = random.nextInt(8); i > 0; i--) {
        step(random, changed);
      }
      if (random.nextBoolean()) {
        undoLog.backTo(before);
      } else {
        undoLog.commit();
        model = changed;
      }
      assertThat(new ArrayList<>(indexedTable.entrySet()))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(new ArrayList<>(model.entrySet()));
      for (int length = 1; length < 4; length++) {
        int wanted = length;
        assertThat(byLength.of(length))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(model.values().stream().filter(v -> v.length() == wanted).toList());
      }
    }
  }

  private void step(Random random, Map<String, String> model) {
    String key = "k" + random.nextInt(10);
    if (random.nextInt(3) == 0) {
      indexedTable.remove(key);
      model.remove(key);
    } else {
      String value = "x".repeat(1 + random.nextInt(3));
      indexedTable.put(key, value);
      model.put(key, value);
    }
  }
}
