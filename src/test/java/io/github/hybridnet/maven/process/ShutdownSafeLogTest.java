package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.console.RecordedLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ShutdownSafeLogTest {
  private final RecordedLines log = new RecordedLines();

  @Test
  void whatTheLogCannotSayAnyMoreIsSaidOnStandardError() {
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    AtomicBoolean ending = new AtomicBoolean();
    ShutdownSafeLog words =
        new ShutdownSafeLog(log, new PrintStream(error, true, StandardCharsets.UTF_8), ending::get);
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
    assertThat(ShutdownSafeLog.after(log, new MavenVersion("3.6.3"))).isSameAs(log);
    assertThat(ShutdownSafeLog.after(log, new MavenVersion(""))).isSameAs(log);
    assertThat(ShutdownSafeLog.after(log, new MavenVersion("4.0.0-rc-6")))
        .isInstanceOf(ShutdownSafeLog.class);
  }
}
