package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {
  @Test
  void aTimeThatHasPassedIsRounded() {
    assertThat(DurationText.text(Duration.ofMillis(449))).isEqualTo("0.4 s");
    assertThat(DurationText.text(Duration.ofMillis(12_900))).isEqualTo("12 s");
    assertThat(DurationText.text(Duration.ofSeconds(185))).isEqualTo("3m 05s");
    assertThat(DurationText.text(Duration.ofSeconds(3725))).isEqualTo("1h 02m");
  }

  @Test
  void aLimitIsExact() {
    assertThat(DurationText.exact(Duration.ofMillis(250))).isEqualTo("250 ms");
    assertThat(DurationText.exact(Duration.ofSeconds(150))).isEqualTo("2m 30s");
  }

  @Test
  void anEstimateIsInWords() {
    assertThat(DurationText.words(Duration.ofSeconds(-1))).isEqualTo("0 seconds");
    assertThat(DurationText.words(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(DurationText.words(Duration.ofSeconds(60))).isEqualTo("1 minute");
    assertThat(DurationText.words(Duration.ofSeconds(89))).isEqualTo("89 seconds");
    assertThat(DurationText.words(Duration.ofSeconds(90))).isEqualTo("2 minutes");
    assertThat(DurationText.words(Duration.ofSeconds(1481))).isEqualTo("25 minutes");
    assertThat(DurationText.wordsRoundedUp(Duration.ofSeconds(1))).isEqualTo("1 minute");
    assertThat(DurationText.wordsRoundedUp(Duration.ofSeconds(121))).isEqualTo("3 minutes");
  }
}
