package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TlsFailureTest {
  private static final IOException REFUSED =
      new SSLHandshakeException("Received fatal alert: handshake_failure");

  @Test
  void aRuntimeWithoutEllipticCurvesHasNothingInCommonWithTheServer() {
    assertThat(TlsFailure.of(REFUSED, true)).contains(TlsFailure.NOT_AGREED);
    assertThat(TlsFailure.of(REFUSED, false)).contains(TlsFailure.MISSING_ALGORITHM);
    assertThat(TlsFailure.of(new IOException("reset"), false)).isEmpty();
    assertThat(TlsFailure.hasEllipticCurves()).isTrue();
  }
}
