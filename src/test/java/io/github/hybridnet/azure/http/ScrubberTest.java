package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScrubberTest {
  private static final String SECRET = "canary~Secret-1";

  private final Scrubber scrubber = new Scrubber();

  @Test
  void aSecretIsFoundAtAnyDepthOfAFailure() {
    scrubber.remember(SECRET);
    RuntimeException inner = new RuntimeException("inner", new RuntimeException("sent " + SECRET));
    IllegalStateException failure = new IllegalStateException("outer");
    failure.addSuppressed(inner);
    assertThat(trace(failure)).contains(SECRET);
    assertThat(trace(scrubber.clean(failure)))
        .doesNotContain(SECRET)
        .contains("outer", "inner", "sent ***");
  }

  @Test
  void failuresThatReferToEachOtherComeToAnEnd() {
    scrubber.remember(SECRET);
    RuntimeException a = new RuntimeException("a");
    RuntimeException b = new RuntimeException(SECRET, a);
    a.addSuppressed(b);
    assertThat(trace(scrubber.clean(a))).doesNotContain(SECRET);
  }

  @Test
  void aHarmlessFailureStaysTheSame() {
    RuntimeException failure = new RuntimeException("nothing");
    assertThat(scrubber.clean(failure)).isSameAs(failure);
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
