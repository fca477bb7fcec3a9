package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

  @ParameterizedTest
  @CsvSource({
    "'plain text, ''quoted''','plain text, ''quoted'''",
    "'a\n[INFO] BUILD SUCCESS','a\\n[INFO] BUILD SUCCESS'",
    "'a\r\nb','a\\r\\nb'",
    "'\u001b[31mred','\\u001b[31mred'",
    "'a\u202eb','a\\u202eb'",
    "'a\u2066b\u2069','a\\u2066b\\u2069'",
    "'a\u2028b','a\\u2028b'",
    "'a\u0085b','a\\u0085b'",
    "'##vso[task.setvariable]x','\\u0023#vso[task.setvariable]x'",
    "'see ##[error]x','see \\u0023#[error]x'",
    "'x ##teamcity[buildStatus]','x \\u0023#teamcity[buildStatus]'",
    "'###vso[task]','\\u0023\\u0023#vso[task]'",
    "'##\u034fvso[task]','\\u0023#\u034fvso[task]'",
    "'\u00fcmlaut \u65e5\u672c','\u00fcmlaut \u65e5\u672c'"
  })
  void nothingCanBeForged(String text, String shown) {
    assertThat(PrintableText.line(text)).isEqualTo(shown);
  }

  @Test
  void linesThatWereComposedHereStay() {
    assertThat(PrintableText.lines("a\n  Fix: b\u001b")).isEqualTo("a\n  Fix: b\\u001b");
  }

  /** It would go back over what Maven wrote before it. */
  @Test
  void aReturnWithoutANewLineIsNoLineBreak() {
    assertThat(PrintableText.lines("a\r[INFO] BUILD SUCCESS\r\n  Fix: b"))
        .isEqualTo("a\\r[INFO] BUILD SUCCESS\r\n  Fix: b");
  }

  @Test
  void longTextsAreCut() {
    assertThat(PrintableText.line("x".repeat(5_000_000), 10))
        .isEqualTo("xxxxxxxxxx... (5000000 characters)");
    assertThat(PrintableText.line("12345\uD83D\uDE00", 6)).isEqualTo("12345... (7 characters)");
  }

  @Test
  void aLongTextIsShortenedAndNoCharacterIsHalved() {
    assertThat(PrintableText.shortened("abcd", 4)).isEqualTo("abcd");
    assertThat(PrintableText.shortened("abcde", 4)).isEqualTo("abcd...");
    assertThat(PrintableText.shortened("abc\uD83D\uDE00", 4)).isEqualTo("abc...");
  }
}
