package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody probably meant. */
class SpellingSuggestionTest {
  private static final List<String> SKUS = List.of("VpnGw1AZ", "VpnGw2AZ", "Basic");

  @ParameterizedTest
  @CsvSource({"vpngw1az, VpnGw1AZ", "VpnGW2AX, VpnGw2AZ", "Bsic, Basic", "Basics, Basic"})
  void isNear(String word, String meant) {
    assertThat(SpellingSuggestion.to(word, SKUS)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "UltraPerformance", "Premium"})
  void isNearNone(String word) {
    assertThat(SpellingSuggestion.to(word, SKUS)).isNull();
  }

  @Test
  void endlessWordsAreNotCompared() {
    assertThat(SpellingSuggestion.to("a".repeat(1_000_000), List.of("a".repeat(1_000_000))))
        .isNull();
  }
}
