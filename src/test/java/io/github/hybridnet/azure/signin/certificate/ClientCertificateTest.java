package io.github.hybridnet.azure.signin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.TestKeytool;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.CloudAuthenticator;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {
  private static final String PASSWORD = "canary-password";
  private static final String TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";

  @TempDir private static Path shared;
  private static Path pfx;
  private static String key;
  private static String certificate;

  @TempDir private Path directory;
  private InstantSource clock = InstantSource.system();

  @BeforeAll
  static void make() throws Exception {
    pfx = shared.resolve("client.pfx");
    String options =
        "-alias client -keyalg RSA -keysize 2048 -dname CN=client -startdate -1H -validity 2";
    TestKeytool.makePair(pfx, PASSWORD, options.split(" "));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(pfx)) {
      store.load(in, PASSWORD.toCharArray());
    }
    key = pem("PRIVATE KEY", store.getKey("client", PASSWORD.toCharArray()).getEncoded());
    certificate = pem("CERTIFICATE", store.getCertificate("client").getEncoded());
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private ClientCertificate read(Path file, @Nullable String password) {
    Secret secret = password == null ? null : Secret.of(password, Secret.Source.ENVIRONMENT);
    return ClientCertificate.read(
        new ClientCertificate.CertificateFile(file, secret, false), clock);
  }

  private void assertRefused(String content, String said) throws IOException {
    Path file = Files.writeString(directory.resolve("client.crt"), content);
    assertThatThrownBy(() -> read(file, null))
        .hasMessageStartingWith(
            "HN3058: The client certificate '"
                + file
                + "' (AZURE_CLIENT_CERTIFICATE_PATH) "
                + said
                + "."
                + System.lineSeparator()
                + "  Fix: ");
  }

  @Test
  void theFormIsKnownByTheContent() throws IOException {
    Path file = Files.writeString(directory.resolve("client.crt"), key + certificate);
    assertThat(read(file, null).isPem()).isTrue();
    assertThat(read(pfx, PASSWORD).isPem()).isFalse();
  }

  @Test
  void eachThingThatMayBeWrongIsTold() throws Exception {
    assertRefused(
        pem("RSA PRIVATE KEY", new byte[] {1}) + certificate,
        "has its key in the form PKCS#1 (BEGIN RSA PRIVATE KEY), which cannot be used");
    assertRefused(
        pem("ENCRYPTED PRIVATE KEY", new byte[] {1}) + certificate,
        "has an encrypted key, which cannot be used");
    assertRefused(
        pem("EC PRIVATE KEY", new byte[] {1}) + certificate, "has a key that is not an RSA key");
    byte[] ec = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    assertRefused(pem("PRIVATE KEY", ec) + certificate, "has a key that is not an RSA key");
    byte[] other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    assertRefused(
        pem("PRIVATE KEY", other) + certificate,
        "has a key that does not belong to the first certificate in the file");
    assertRefused(certificate, "has no private key");
    assertRefused(key, "has no certificate");
    assertRefused(
        key + pem("CERTIFICATE", new byte[] {1, 2}),
        "is neither a PEM file nor a PFX file that can be read");
    assertRefused("", "is neither a PEM file nor a PFX file that can be read");
    assertRefused("x", "is neither a PEM file nor a PFX file that can be read");
  }

  @Test
  void theTimeOfACertificateIsLookedAt() throws IOException {
    Instant now = Instant.now();
    clock = () -> now.plus(Duration.ofDays(4));
    assertThatThrownBy(() -> read(pfx, PASSWORD)).hasMessageContaining(" has expired on ");
    clock = () -> now.minus(Duration.ofDays(4));
    assertThatThrownBy(() -> read(pfx, PASSWORD)).hasMessageContaining(" is not valid before ");
  }

  @Test
  void thePasswordOfAPfxIsAskedFor() {
    assertThatThrownBy(() -> read(pfx, null)).hasMessageContaining(" needs a password.");
    assertThatThrownBy(() -> read(pfx, "other"))
        .hasMessageContaining(" cannot be opened with the given password.")
        .hasMessageContaining("set AZURE_CLIENT_CERTIFICATE_PASSWORD");
  }

  @Test
  void aDirectoryIsNoCertificate() {
    assertThatThrownBy(() -> read(directory, null)).hasMessageContaining(" cannot be read.");
  }

  @Test
  void bothFormsSignIn() throws IOException {
    Path pem = Files.writeString(directory.resolve("client.txt"), key + certificate);
    signIn(pem, false);
    signIn(pfx, true);
  }

  private static void signIn(Path file, boolean chain) {
    FakeArm arm = new FakeArm();
    String sub = "11111111-1111-1111-1111-111111111111";
    arm.service
        .on(
            "POST /" + TENANT + "/oauth2/v2.0/token",
            200,
            "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t\"}")
        .on(
            "GET /subscriptions/" + sub,
            200,
            "{\"subscriptionId\":\"" + sub + "\",\"state\":\"Enabled\"}");
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "AZURE_CLIENT_ID",
                "client",
                "AZURE_TENANT_ID",
                TENANT,
                "AZURE_CLIENT_CERTIFICATE_PATH",
                file.toString(),
                "AZURE_CLIENT_CERTIFICATE_PASSWORD",
                PASSWORD));
    environment.put("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN", chain ? "True" : "0");
    ExecutorService executor = Executors.newCachedThreadPool();
    try {
      java.time.Instant now = Instant.now();
      arm.time.sleep(Duration.between(arm.time.instant(), now));
      new CloudAuthenticator(arm.pipelines(), executor, arm.errors)
          .signIn(
              new CloudSettings(
                  CloudTarget.KnownCloud.AZURE, "test", null, new SourcedValue(sub, "test"), null),
              new SignInMethod.EnvironmentSignIn(
                  AuthType.AUTO, new EnvironmentVariables(environment), null));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      executor.shutdownNow();
    }
    String body = arm.service.sent().get(0).body();
    String assertion = body.replaceFirst(".*client_assertion=([^&]+).*", "$1");
    String header =
        new String(
            Base64.getUrlDecoder().decode(assertion.substring(0, assertion.indexOf('.'))),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(header.contains("x5c")).isEqualTo(chain);
  }
}
