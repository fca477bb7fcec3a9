package io.github.hybridnet.azure.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.FakeService;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingClientTest {
  private final FakeService service = new FakeService();
  private final ManualTime time = new ManualTime();
  private final RetryingClient client = new RetryingClient(service, time, time);

  @ParameterizedTest
  @CsvSource({
    "GET, 408, 5",
    "GET, 429, 5",
    "GET, 500, 5",
    "GET, 502, 5",
    "GET, 503, 5",
    "GET, 504, 5",
    "POST, 503, 5",
    "POST, 429, 5",
    "PUT, 500, 1",
    "PUT, 503, 1",
    "DELETE, 504, 1",
    "PUT, 429, 1",
    "PUT, 409, 1",
    "GET, 409, 1",
    "GET, 404, 1",
    "GET, 501, 1",
    "GET, 302, 1",
    "GET, 200, 1"
  })
  void sendsAgainWhatMayPass(String method, int status, int attempts) {
    service.on(method + " /x", status, "");
    assertThat(send(method).getStatusCode()).isEqualTo(status);
    assertThat(service.sent()).hasSize(attempts);
  }

  @Test
  void waitsLongerEachTime() {
    service.on("GET /x", 503, "");
    send("GET");
    assertThat(time.slept())
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
  }

  @Test
  void waitsAsTheServiceSaysWithinBounds() {
    service.on(
        "GET /x",
        Answer.of(429, "").with("Retry-After", "17"),
        Answer.of(429, "").with("Retry-After", "3600"),
        Answer.of(200, "{}"));
    assertThat(send("GET").getStatusCode()).isEqualTo(200);
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(17), Duration.ofMinutes(5));
  }

  @Test
  void sendsAgainWhenTheConnectionIsLost() {
    service.on("GET /x", Answer.none(new IOException("reset")), Answer.of(200, "{}"));
    assertThat(send("GET").getStatusCode()).isEqualTo(200);
  }

  @Test
  void aWriteThatMayHaveArrivedIsNotSentAgain() {
    service.on("PUT /x", Answer.none(new IOException("reset")), Answer.of(200, "{}"));
    assertThatThrownBy(() -> send("PUT")).isInstanceOf(UncheckedIOException.class);
    assertThat(service.sent()).hasSize(1);
  }

  @Test
  void aWriteThatFoundNoConnectionIsSentAgain() {
    service.on("PUT /x", Answer.none(new ConnectException()), Answer.of(200, "{}"));
    assertThat(send("PUT").getStatusCode()).isEqualTo(200);
  }

  @Test
  void givesUpInTheEnd() {
    service.on("GET /x", Answer.none(new IOException("reset")));
    assertThatThrownBy(() -> send("GET")).isInstanceOf(UncheckedIOException.class);
    assertThat(service.sent()).hasSize(5);
  }

  @Test
  void anUntrustedCertificateStaysUntrusted() {
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX");
    untrusted.initCause(new CertificateException());
    service.on("GET /x", Answer.none(untrusted));
    assertThatThrownBy(() -> send("GET")).isInstanceOf(UncheckedIOException.class);
    assertThat(service.sent()).hasSize(1);
  }

  @Test
  void anInterruptionEndsIt() {
    service.on("GET /x", 503, "");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> send("GET")).isInstanceOf(InterruptedExchangeException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(service.sent()).hasSize(1);
  }

  private HttpResponse send(String method) {
    return client.sendSync(
        new HttpRequest(HttpMethod.valueOf(method), "https://management.azure.com/x"),
        Context.NONE);
  }
}
