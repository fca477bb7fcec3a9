package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListTextTest {
  @Test
  void severalThingsReadAsPartOfASentence() {
    assertThat(ListText.and(List.of())).isEmpty();
    assertThat(ListText.and(List.of("a"))).isEqualTo("a");
    assertThat(ListText.and(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(ListText.and(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(ListText.commas(List.of(1, 2, 3))).isEqualTo("1, 2, 3");
  }

  @Test
  void ofManyTheFirstAreNamed() {
    assertThat(ListText.first(List.of("a", "b", "c"), 3)).isEqualTo("a, b, c");
    assertThat(ListText.first(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
  }

  @Test
  void eachMayHaveALine() {
    assertThat(ListText.indentedLines(List.of())).isEmpty();
    assertThat(ListText.indentedLines(List.of("a", "b")).lines()).containsExactly("", "  a", "  b");
  }
}
