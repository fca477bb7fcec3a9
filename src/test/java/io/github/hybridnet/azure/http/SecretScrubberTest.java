package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SecretScrubberTest {
  private static final String SECRET = "canary~Secret-1";

  private final SecretScrubber secretScrubber = new SecretScrubber();

  @Test
  void aSecretIsFoundAtAnyDepthOfAFailure() {
    secretScrubber.remember(SECRET);
    RuntimeException inner = new RuntimeException("inner", new RuntimeException("sent " + SECRET));
    IllegalStateException failure = new IllegalStateException("outer");
    failure.addSuppressed(inner);
    assertThat(trace(failure)).contains(SECRET);
    assertThat(trace(secretScrubber.clean(failure)))
        .doesNotContain(SECRET)
        .contains("outer", "inner", "sent ***");
  }

  @Test
  void failuresThatReferToEachOtherComeToAnEnd() {
    secretScrubber.remember(SECRET);
    RuntimeException a = new RuntimeException("a");
    RuntimeException b = new RuntimeException(SECRET, a);
    a.addSuppressed(b);
    assertThat(trace(secretScrubber.clean(a))).doesNotContain(SECRET);
  }

  @Test
  void aHarmlessFailureStaysTheSame() {
    RuntimeException failure = new RuntimeException("nothing");
    assertThat(secretScrubber.clean(failure)).isSameAs(failure);
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
