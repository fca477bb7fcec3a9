package io.github.hybridnet.simulator.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.TestKeytool;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificatesTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir Path directory;
  private final Instant now = Instant.now();

  private byte[] make(Instant at) throws IOException {
    new ServerCertificates(directory, InetAddress.getLoopbackAddress(), PASSWORD).context(at);
    return Files.readAllBytes(directory.resolve("ca.pem"));
  }

  @Test
  void certificatesAreKeptUntilTheyAreDamagedOrOld() throws Exception {
    byte[] first = make(now);
    assertThat(make(now)).isEqualTo(first);
    Files.writeString(directory.resolve("leaf.p12"), "damaged");
    byte[] second = make(now);
    assertThat(second).isNotEqualTo(first);
    Files.write(directory.resolve("ca.pem"), first);
    byte[] third = make(now);
    assertThat(third).isNotEqualTo(first).isNotEqualTo(second);
    assertThat(make(now.plus(Duration.ofDays(796)))).isNotEqualTo(third);
  }

  @Test
  void keyThatAKilledSimulatorLeftBehindIsThrownAway() throws Exception {
    byte[] first = make(now);
    Path workshop = Files.createDirectory(directory.resolve("certificates.new"));
    Files.writeString(workshop.resolve("both.p12"), "the authority's key");
    assertThat(make(now)).isEqualTo(first);
    assertThat(workshop).doesNotExist();
    Files.createDirectory(workshop);
    Files.writeString(workshop.resolve("both.p12"), "half a key store");
    Files.delete(directory.resolve("leaf.p12"));
    assertThat(make(now)).isNotEqualTo(first);
    assertThat(workshop).doesNotExist();
  }

  /** A simulator that is killed leaves its keytool running, which ends with writing its file. */
  @Test
  void theKeytoolOfAKilledSimulatorDisturbsNothing() throws Exception {
    Path left = directory.resolve("left.p12");
    TestKeytool.makePair(
        left, new String(PASSWORD), "-alias", "ca", "-dname", "CN=left", "-keyalg", "EC");
    Path workshop = directory.resolve("certificates.new");
    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      CompletableFuture<Path> late =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  while (!Files.isDirectory(workshop)) {
                    watch.take().reset();
                  }
                  return Files.copy(left, workshop.resolve("both.p12"));
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      make(now);
      assertThat(late.get(1, TimeUnit.MINUTES)).doesNotExist();
    }
    assertThat(workshop).doesNotExist();
  }

  @Test
  void leafIsSignedAndTheAuthoritysKeyIsGone() throws Exception {
    make(now);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("leaf.p12"))) {
      store.load(in, PASSWORD);
    }
    assertThat(Collections.list(store.aliases())).containsExactly("leaf");
    X509Certificate leaf = (X509Certificate) store.getCertificateChain("leaf")[0];
    X509Certificate authority = (X509Certificate) store.getCertificateChain("leaf")[1];
    leaf.verify(authority.getPublicKey());
    assertThat(authority.getBasicConstraints()).isGreaterThan(-1);
    assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getSubjectAlternativeNames().toString())
        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(PemTrustStore.in(directory.resolve("ca.pem"))).isNotNull();
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.pem", "trust.p12", "leaf.p12");
    }
  }

  @Test
  void certificateNamesAnotherAddressThanLoopbackToo() throws Exception {
    byte[] loopback = make(now);
    InetAddress address = InetAddress.getByName("192.0.2.7");
    new ServerCertificates(directory, address, PASSWORD).context(now);
    byte[] other = Files.readAllBytes(directory.resolve("ca.pem"));
    assertThat(other).isNotEqualTo(loopback);
    new ServerCertificates(directory, address, PASSWORD).context(now);
    assertThat(Files.readAllBytes(directory.resolve("ca.pem"))).isEqualTo(other);
  }
}
