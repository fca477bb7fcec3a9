package io.github.hybridnet.simulator.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Undo undo = new Undo();
  private final Index<Integer, String> byLength = new Index<>(text -> List.of(text.length()));
  private final Table<String> table = new Table<>(undo, List.of(byLength));

  @BeforeEach
  void open() {
    undo.open();
  }

  @Test
  void replacedValuesKeepTheirPlaceAndRemovedOnesLoseIt() {
    table.put("a", "1");
    table.put("b", "2");
    table.put("a", "3");
    assertThat(table.values()).containsExactly("3", "2");
    table.remove("a");
    table.put("a", "4");
    assertThat(table.values()).containsExactly("2", "4");
  }

  @Test
  void undoneRemovalBringsBackTheOldPlace() {
    table.put("a", "1");
    table.put("b", "2");
    long before = undo.version();
    table.remove("a");
    table.put("a", "3");
    undo.backTo(before);
    assertThat(table.values()).containsExactly("1", "2");
    assertThat(byLength.of(1)).containsExactly("1", "2");
  }

  @Test
  void whatWasCommittedStays() {
    table.put("a", "1");
    undo.commit();
    long before = undo.version();
    table.put("b", "2");
    undo.backTo(before);
    assertThat(table).containsOnly(Map.entry("a", "1"));
    assertThat(undo.version()).isEqualTo(before);
  }

  @Test
  void nothingIsChangedWhileItIsClosed() {
    undo.close();
    assertThatThrownBy(() -> table.put("a", "1")).isInstanceOf(IllegalStateException.class);
    assertThat(table).isEmpty();
  }

  @Test
  void indexFindsTheLeastKeyAndTheFirstOfIt() {
    table.put("a", "three");
    table.put("b", "one");
    table.put("c", "two");
    assertThat(byLength.first()).contains("one");
    table.remove("b");
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
      long before = undo.version();
      for (int i = random.nextInt(8); i > 0; i--) {
        step(random, changed);
      }
      if (random.nextBoolean()) {
        undo.backTo(before);
      } else {
        undo.commit();
        model = changed;
      }
      assertThat(new ArrayList<>(table.entrySet()))
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
      table.remove(key);
      model.remove(key);
    } else {
      String value = "x".repeat(1 + random.nextInt(3));
      table.put(key, value);
      model.put(key, value);
    }
  }
}
