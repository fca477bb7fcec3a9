package io.github.hybridnet.azure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.TestKeytool;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.LoopbackArm;
import io.github.hybridnet.azure.TestCertificate;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.TlsFailure;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateRevokedException;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsSentencesTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path directory;

  private static void keytool(String words) throws Exception {
    Path store = directory.resolve("store.p12");
    if (Files.exists(store)) {
      remove(store, "leaf");
    }
    String options = "-keyalg EC -groupname secp256r1 " + words;
    TestKeytool.makePair(store, new String(PASSWORD), options.split(" "));
  }

  private static void remove(Path store, String alias) throws Exception {
    KeyStore keys = keys();
    if (keys.containsAlias(alias)) {
      keys.deleteEntry(alias);
      try (OutputStream out = Files.newOutputStream(store)) {
        keys.store(out, PASSWORD);
      }
    }
  }

  @BeforeAll
  static void makeAuthority() throws Exception {
    keytool("-alias ca -dname CN=ca -ext bc=ca:true -startdate -20d");
    String ca = Base64.getMimeEncoder().encodeToString(keys().getCertificate("ca").getEncoded());
    Files.writeString(
        directory.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n" + ca + "\n-----END CERTIFICATE-----\n");
  }

  private static KeyStore keys() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("store.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext server(KeyStore keys) throws Exception {
    KeyStore leaf = KeyStore.getInstance("PKCS12");
    leaf.load(null, PASSWORD);
    leaf.setKeyEntry(
        "leaf", keys.getKey("leaf", PASSWORD), PASSWORD, keys.getCertificateChain("leaf"));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(leaf, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void signIn(URI endpoint, @Nullable Path authorities) {
    CloudSettings settings =
        new CloudSettings(
            new CloudTarget.Endpoint(endpoint),
            "test",
            authorities,
            new SourcedValue(LoopbackArm.SUBSCRIPTION, "test"),
            new SourcedValue(LoopbackArm.TENANT, "test"));
    SignInMethod who =
        new SignInMethod.ServicePrincipal(
            "client", Secret.of("s", Secret.Source.FILE), null, "test");
    AzureSession.open(settings, who, null, AzureSession.SessionTime.real(), TrafficListener.NONE)
        .close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-9d  | dns:localhost     | HN3062 | has expired. Its date is NotAfter: ",
        "+2d  | dns:localhost     | HN3063 | is not valid yet. Its date is NotBefore: ",
        "-1H  | dns:other.example | HN3064 | is for another host",
      })
  void aCertificateThatIsWrongIsToldForWhatIsWrongWithIt(
      String begin, String names, String code, String said) throws Exception {
    keytool(
        ("-alias leaf -dname CN=leaf -signer ca -validity 2 -startdate " + begin)
            + (" -ext san=" + names));
    try (LoopbackArm arm = new LoopbackArm(server(keys()))) {
      assertThatThrownBy(() -> signIn(arm.endpoint(), directory.resolve("ca.pem")))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith(code + ": The certificate of " + arm.endpoint() + " ")
          .hasMessageContaining(said)
          .hasMessageNotContaining("caCertificates");
    }
  }

  @Test
  void anAuthorityThatIsNotKnownIsAskedFor() throws Exception {
    TestCertificate certificate =
        TestCertificate.make(Files.createDirectory(directory.resolve("other")));
    try (LoopbackArm arm = new LoopbackArm(certificate.server())) {
      assertThatThrownBy(() -> signIn(arm.endpoint(), null))
          .hasMessageStartingWith("HN3031")
          .hasMessageContaining("set hybridnet.caCertificates");
    }
  }

  @Test
  void aServerWithoutTlsIsTold() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server));
      URI endpoint = URI.create("https://localhost:" + server.getLocalPort());
      assertThatThrownBy(() -> signIn(endpoint, null))
          .hasMessage(
              "HN3065: No TLS connection to "
                  + endpoint
                  + ": the other side does not speak TLS."
                  + System.lineSeparator()
                  + "  Fix: set the host and port of a server that uses TLS, or the right proxy:"
                  + " the server there does not use TLS");
      server.close();
      serving.get(1, TimeUnit.MINUTES);
    }
  }

  private static void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write("HTTP/1.1 400 no\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The client has gone, or the test is over.
        continue;
      }
    }
  }

  private static TlsFailure of(Throwable cause) {
    SSLHandshakeException thrown = new SSLHandshakeException("outer");
    thrown.initCause(cause);
    return TlsFailure.of(new IOException(thrown)).orElseThrow();
  }

  @Test
  void whatTheJdkThrowsIsToldApart() {
    assertThat(of(new CertificateException("x"))).isEqualTo(TlsFailure.UNKNOWN_AUTHORITY);
    assertThat(
            of(
                new CertificateRevokedException(
                    new Date(0),
                    java.security.cert.CRLReason.KEY_COMPROMISE,
                    new X500Principal("CN=a"),
                    Map.of())))
        .isEqualTo(TlsFailure.REVOKED);
    assertThat(
            of(
                new CertPathValidatorException(
                    "Algorithm constraints check failed",
                    null,
                    null,
                    -1,
                    BasicReason.ALGORITHM_CONSTRAINED)))
        .isEqualTo(TlsFailure.TOO_WEAK);
    assertThat(
            of(
                new InvalidAlgorithmParameterException(
                    "the trustAnchors parameter must be non-empty")))
        .isEqualTo(TlsFailure.NO_AUTHORITIES);
    assertThat(of(new CertificateException(new NoSuchAlgorithmException("EC not available"))))
        .isEqualTo(TlsFailure.MISSING_ALGORITHM);
    assertThat(TlsFailure.of(new SSLException("Received fatal alert: handshake_failure")))
        .contains(TlsFailure.NOT_AGREED);
    assertThat(TlsFailure.of(new IOException("reset"))).isEmpty();
  }

  @Test
  void aFileOfAuthoritiesIsToldForWhatIsWrongWithIt() throws IOException {
    URI endpoint = URI.create("https://localhost:1");
    Path gone = directory.resolve("gone.pem");
    assertThatThrownBy(() -> signIn(endpoint, gone))
        .hasMessageStartingWith(
            "HN3033: The file '" + gone + "' (from hybridnet.caCertificates) does not");
    assertThatThrownBy(() -> signIn(endpoint, directory))
        .hasMessageStartingWith(
            "HN3033: The file '" + directory + "' (from hybridnet.caCertificates) cannot be read.");
    Path none = Files.writeString(directory.resolve("none.pem"), "no certificate");
    assertThatThrownBy(() -> signIn(endpoint, none))
        .hasMessageStartingWith(
            "HN3033: The file '"
                + none
                + "' (from hybridnet.caCertificates) contains no certificate that can be read.");
  }
}
