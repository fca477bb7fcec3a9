package io.github.hybridnet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.Patience;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.AzureSession.SessionTime;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.LoopbackSession;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.Secret.KeyVaultReference;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions over TLS on loopback. */
class AzureSessionTest extends LoopbackSession {
  private static final ResourceKey GROUP =
      new ResourceKey(LoopbackArm.SUBSCRIPTION, "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final String VAULT =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";

  @Test
  void signsInOverTlsAndReads() {
    arm.on(
        GROUP.id(),
        "{\"id\":\""
            + GROUP.id()
            + "\",\"location\":\"westus\",\"tags\":{\"a\":\"1\"},\"properties\":{}}");
    try (AzureSession session = open()) {
      assertThat(session.subscriptionId()).isEqualTo(LoopbackArm.SUBSCRIPTION);
      assertThat(session.describe().cloud().value()).isEqualTo("loopback");
      assertThat(session.cloud().read(GROUP)).isPresent();
    }
    assertThat(arm.requests())
        .containsExactly(
            "GET /metadata/endpoints",
            "POST /" + LoopbackArm.TENANT + "/oauth2/v2.0/token",
            "GET /subscriptions",
            "GET /subscriptions/" + LoopbackArm.SUBSCRIPTION + "/providers/Microsoft.Resources",
            "GET " + GROUP.id());
    assertThat(arm.headers().get(0)).doesNotContainKey("Authorization");
    assertThat(arm.headers().subList(3, 5))
        .allSatisfy(
            sent -> assertThat(sent).containsEntry("Authorization", List.of("Bearer a-token")));
    assertThat(arm.headers().get(3).get("User-agent").toString())
        .contains("hybridnet-maven-plugin");
  }

  @Test
  void doesNotTrustAnUnknownCertificate() {
    assertThatThrownBy(() -> open(null, null))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "HN3031: The certificate of " + arm.endpoint() + " is not trusted.");
    assertThat(arm.requests()).isEmpty();
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void doesNotTrustAnotherAuthority() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    Path pem = TestCertificate.another(other).pem();
    assertThatThrownBy(() -> open(pem, null)).hasMessageStartingWith("HN3031");
  }

  @Test
  void saysWhichCertificatesCannotBeRead() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "nothing\n");
    assertThatThrownBy(() -> open(empty, null))
        .hasMessage(
            "HN3033: The file '"
                + empty
                + "' (from hybridnet.caCertificates) contains no certificate that can be read."
                + System.lineSeparator()
                + "  Fix: name a PEM file that begins with -----BEGIN CERTIFICATE-----");
    Path absent = directory.resolve("absent.pem");
    assertThatThrownBy(() -> open(absent, null))
        .hasMessage(
            "HN3033: The file '"
                + absent
                + "' (from hybridnet.caCertificates) does not exist."
                + System.lineSeparator()
                + "  Fix: name a PEM file that exists and that this user can read");
  }

  @Test
  void loopbackNeverGoesThroughTheProxy() {
    ProxySettings nowhere =
        new ProxySettings("proxy.invalid", 1, null, null, List.of(), "settings.xml");
    try (AzureSession session = open(certificate.pem(), nowhere)) {
      assertThat(session.subscriptionId()).isEqualTo(LoopbackArm.SUBSCRIPTION);
    }
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    CloudSettings settings =
        new CloudSettings(
            CloudTarget.parse(new SourcedValue("https://localhost:" + port, "x")),
            "x",
            null,
            null,
            null);
    assertThatThrownBy(
            () ->
                AzureSession.open(
                    settings,
                    principal(),
                    null,
                    new SessionTime(time, time, time),
                    TrafficListener.NONE))
        .hasMessageStartingWith(
            "HN3030: https://localhost:" + port + " cannot be reached: Nothing listens at ");
  }

  @Test
  void fetchesASecretFromItsVault() {
    arm.on(
        "/secrets/vpn-key/",
        "{\"value\":\"from-the-vault\",\"id\":\"" + arm.endpoint() + "/secrets/vpn-key/1\"}");
    try (AzureSession session = open()) {
      Secret literal = Secret.of("x", Secret.Source.FILE);
      assertThat(session.resolve(literal)).isSameAs(literal);
      Secret fetched = session.resolve(Secret.in(new KeyVaultReference(VAULT, "vpn-key", null)));
      assertThat(fetched.reveal()).isEqualTo("from-the-vault");
      assertThat(fetched.source()).isEqualTo(Secret.Source.KEY_VAULT);
    }
  }

  @Test
  void asksAVaultThatRefusesTheTokenOnceMoreWithANewOne() {
    arm.on(
        "/secrets/vpn-key/",
        "{\"value\":\"from-the-vault\",\"id\":\"" + arm.endpoint() + "/secrets/vpn-key/1\"}");
    Secret reference = Secret.in(new KeyVaultReference(VAULT, "vpn-key", null));
    try (AzureSession session = open()) {
      arm.refuseSecrets(1);
      assertThat(session.resolve(reference).reveal()).isEqualTo("from-the-vault");
      assertThat(arm.requests()).filteredOn(line -> line.endsWith("/token")).hasSize(3);
      arm.refuseSecrets(99);
      assertThatThrownBy(() -> session.resolve(reference)).hasMessageStartingWith("HN3040");
      assertThat(arm.requests()).filteredOn(line -> line.endsWith("/token")).hasSize(4);
    }
  }

  @Test
  void saysWhichSecretIsNotThere() {
    try (AzureSession session = open()) {
      Secret absent = Secret.in(new KeyVaultReference(VAULT, "absent", "1"));
      assertThatThrownBy(() -> session.resolve(absent))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith(
              "HN3040: The secret 'absent' of the Key Vault "
                  + arm.endpoint()
                  + " cannot be read: ");
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void leavesNoThread() throws Exception {
    arm.on(GROUP.id(), "{\"id\":\"" + GROUP.id() + "\",\"location\":\"westus\",\"properties\":{}}");
    // Threads belong to the group of the thread that makes them; other tests run meanwhile.
    ThreadGroup group = new ThreadGroup("session");
    FutureTask<AzureSession> reading = new FutureTask<>(this::readAndClose);
    new Thread(group, reading, "session-test").start();
    AzureSession session = reading.get();
    assertThatThrownBy(() -> session.cloud().read(GROUP)).hasMessage("The session is closed.");
    Patience.until(
        "all threads of the session have ended",
        () -> {
          // On Java 17 the JDK's client ends when it is collected. Each collection stops all tests.
          System.gc();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
          return in(group).isEmpty();
        });
  }

  private AzureSession readAndClose() {
    AzureSession session = open();
    session.cloud().read(GROUP);
    assertThat(in(Thread.currentThread().getThreadGroup()))
        .anyMatch(s -> s.startsWith("HttpClient"));
    session.close();
    return session;
  }

  private static Set<String> in(ThreadGroup group) {
    Thread[] threads = new Thread[1000];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count).map(Thread::getName).collect(Collectors.toSet());
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void anInterruptedRequestEndsAtOnce() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CloudSettings settings =
          new CloudSettings(
              CloudTarget.parse(
                  new SourcedValue("https://localhost:" + silent.getLocalPort(), "x")),
              "x",
              null,
              null,
              null);
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      Thread opener =
          new Thread(
              () -> {
                try {
                  AzureSession.open(
                          settings, principal(), null, SessionTime.real(), TrafficListener.NONE)
                      .close();
                  failure.complete(new AssertionError("opened"));
                } catch (RuntimeException e) {
                  failure.complete(e);
                }
              });
      opener.start();
      silent.setSoTimeout(60_000);
      silent.accept();
      opener.interrupt();
      assertThat(failure.get(1, TimeUnit.MINUTES)).isInstanceOf(UserException.class);
    }
  }
}
