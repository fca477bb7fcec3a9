package io.github.hybridnet.azure.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.LoopbackArm;
import io.github.hybridnet.azure.ManualTime;
import io.github.hybridnet.azure.TestCertificate;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.TunnelProxy;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.model.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private static final String URL = "https://management.azure.com/x";
  private static final String CREDENTIALS =
      "Basic " + Base64.getEncoder().encodeToString("me:canary".getBytes(StandardCharsets.UTF_8));

  @TempDir private static Path directory;
  private static TestCertificate certificate;

  @BeforeAll
  static void certificate() throws Exception {
    certificate = TestCertificate.make(directory);
  }

  @Test
  void reachesAzureThroughAProxyThatAsksForAPassword() throws Exception {
    try (LoopbackArm arm = new LoopbackArm(certificate.server()).on("/x", "{}");
        TunnelProxy proxy = new TunnelProxy(arm.port(), CREDENTIALS);
        HttpStack stack = stack(settings(proxy.port(), "me"))) {
      HttpRequest put =
          new HttpRequest(HttpMethod.PUT, URL).setBody(BinaryData.fromString("{\"a\":1}"));
      try (HttpResponse response = stack.client().sendSync(put, Context.NONE)) {
        assertThat(response.getStatusCode()).isEqualTo(200);
      }
      assertThat(proxy.requests()).containsExactly("CONNECT management.azure.com:443 HTTP/1.1");
      assertThat(arm.headers().get(0))
          .doesNotContainKey("Proxy-authorization")
          .doesNotContainKey("Transfer-encoding")
          .containsEntry("Content-length", List.of("7"));
    }
  }

  @Test
  void aProxyThatRefusesIsNotAzure() throws Exception {
    try (LoopbackArm arm = new LoopbackArm(certificate.server());
        TunnelProxy proxy = new TunnelProxy(arm.port(), CREDENTIALS);
        HttpStack stack = stack(settings(proxy.port(), null))) {
      HttpResponse response =
          stack.client().sendSync(new HttpRequest(HttpMethod.GET, URL), Context.NONE);
      assertThat(response.getStatusCode()).isEqualTo(407);
      ManualTime time = new ManualTime();
      assertThat(new CloudErrorTranslator(new SecretScrubber(), time).of(response))
          .hasMessage("The proxy asks for a user name and a password.");
      assertThat(arm.requests()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    try (TunnelProxy proxy = new TunnelProxy(1, "Basic other");
        HttpStack stack = stack(settings(proxy.port(), "me"))) {
      HttpResponse response =
          stack.client().sendSync(new HttpRequest(HttpMethod.GET, URL), Context.NONE);
      assertThat(response.getStatusCode()).isEqualTo(407);
    }
  }

  @Test
  void aProxyThatIsNotThereIsSaid() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    try (HttpStack stack = stack(settings(nobody, "me"))) {
      assertThatThrownBy(
              () -> stack.client().sendSync(new HttpRequest(HttpMethod.GET, URL), Context.NONE))
          .hasMessageContaining("Tunnel failed, got: 502");
    }
  }

  @Test
  void nobodyElseUsesTheRelay() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (TunnelProxy proxy = new TunnelProxy(1, null);
        ProxyRelay relay = ProxyRelay.start(settings(proxy.port(), "me"), threads);
        Socket stranger = new Socket(relay.address().getAddress(), relay.address().getPort())) {
      String request = "CONNECT a:443 HTTP/1.1\r\nProxy-Authorization: Bearer guess\r\n\r\n";
      stranger.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      stranger.setSoTimeout(60_000);
      byte[] answer = stranger.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 403");
      assertThat(proxy.requests()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:1/x",
        "https://LOCALHOST/x",
        "https://kv.localhost/x",
        "https://127.0.0.1/x",
        "https://127.1.2.3/x",
        "https://[::1]:8443/x"
      })
  void loopbackIsDirect(String url) {
    SettingsProxySelector route = new SettingsProxySelector(settings(3128, "me"), null, null);
    assertThat(route.select(URI.create(url))).containsExactly(Proxy.NO_PROXY);
    assertThat(route.authorization(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "management.azure.com, false",
    "stack.corp.example, true",
    "CORP.example, false",
    "intra, true",
    "intranet, false",
    "10.1.2.3, true",
    "192.168.7.8, true",
    "192.169.7.8, false",
    "169.254.169.254, true"
  })
  void nonProxyHostsAreDirect(String host, boolean direct) {
    ProxySettings settings =
        new ProxySettings(
            "127.0.0.1",
            3128,
            null,
            null,
            List.of("*.corp.example", "intra", " 10.* ", "", "192.168.0.0/16"),
            "settings.xml");
    URI uri = URI.create("https://" + host + "/x");
    Proxy.Type type = new SettingsProxySelector(settings, null, null).select(uri).get(0).type();
    assertThat(type).isEqualTo(direct ? Proxy.Type.DIRECT : Proxy.Type.HTTP);
  }

  @Test
  void aProxyThatDoesNotAnswerIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HttpStack stack = stack(settings(port, null))) {
      assertThat(stack.proxyFor(URI.create(URL)).orElseThrow().toString())
          .isEqualTo("http://127.0.0.1:" + port + " (from settings.xml)");
      assertThat(stack.proxyFor(URI.create("https://localhost/x"))).isEmpty();
      assertThatThrownBy(
              () -> stack.client().sendSync(new HttpRequest(HttpMethod.GET, URL), Context.NONE))
          .satisfies(
              thrown ->
                  assertThat(
                          new CloudErrorTranslator(new SecretScrubber(), new ManualTime())
                              .of((RuntimeException) thrown))
                      .hasMessage(
                          "The proxy http://127.0.0.1:"
                              + port
                              + " (from settings.xml) does not answer."));
    }
  }

  @Test
  void withoutSettingsTheJvmDecidesExceptForLoopback() {
    ProxySelector jvm = ProxySelector.of(new InetSocketAddress("127.0.0.1", 3128));
    SettingsProxySelector route = new SettingsProxySelector(null, jvm, null);
    assertThat(route.select(URI.create(URL)).get(0).type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(route.select(URI.create("https://localhost/x"))).containsExactly(Proxy.NO_PROXY);
    assertThat(new SettingsProxySelector(null, null, null).select(URI.create(URL)))
        .containsExactly(Proxy.NO_PROXY);
    assertThat(route.authorization(URI.create(URL))).isEmpty();
  }

  private static ProxySettings settings(int port, @Nullable String user) {
    Secret password = Secret.of("canary", Secret.Source.PROPERTY);
    return new ProxySettings("127.0.0.1", port, user, password, List.of(), "settings.xml");
  }

  private static HttpStack stack(ProxySettings settings) throws Exception {
    ManualTime time = new ManualTime();
    return new HttpStack(TlsContextFactory.also(certificate.pem()), settings, time, time);
  }
}
