package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.console.RecordedLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LastWordsTest {
  private final RecordedLines log = new RecordedLines();

  @Test
  void whatTheLogCannotSayAnyMoreIsSaidOnStandardError() {
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    AtomicBoolean ending = new AtomicBoolean();
    LastWords words =
        new LastWords(log, new PrintStream(error, true, StandardCharsets.UTF_8), ending::get);
    words.info("before");
    ending.set(true);
    words.info("one");
    words.warn("two");
    words.error("three");
    assertThat(error.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("[INFO] one", "[WARNING] two", "[ERROR] three");
    assertThat(log.lines()).containsExactly("INFO before");
  }

  @Test
  void olderMavensKeepTheirLogOpen() {
    assertThat(LastWords.after(log, "3.6.3")).isSameAs(log);
    assertThat(LastWords.after(log, "")).isSameAs(log);
    assertThat(LastWords.after(log, "4.0.0-rc-6")).isInstanceOf(LastWords.class);
  }
}
