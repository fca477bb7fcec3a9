package io.github.hybridnet.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Seeded;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "?, a, true",
    "?, '', false",
    "RA-*-er, ra-hybrid-ER, true",
    "*a*b, xaxxb, true",
    "*a*b, xaxxbc, false",
    "a.c, abc, false",
    "a*, A, true"
  })
  void matches(String glob, String value, boolean expected) {
    assertThat(GlobPattern.of(glob).matches(value)).isEqualTo(expected);
  }

  @Test
  void matchesWhatARegularExpressionMatches() {
    Seeded.run(
        random -> {
          for (int i = 0; i < 2000; i++) {
            String glob = text(random, "ab*?");
            String value = text(random, "ab");
            boolean expected = Pattern.matches(glob.replace("*", ".*").replace("?", "."), value);
            assertThat(GlobPattern.of(glob).matches(value))
                .as("%s on %s", glob, value)
                .isEqualTo(expected);
          }
        });
  }

  /** By a regular expression this takes longer than anybody lives. */
  @Test
  @Timeout(60)
  void manyStarsTakeNoTime() {
    assertThat(GlobPattern.of("*a".repeat(40) + "b").matches("a".repeat(2000))).isFalse();
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
