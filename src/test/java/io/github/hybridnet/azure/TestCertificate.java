package io.github.hybridnet.azure;

import io.github.hybridnet.TestKeytool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of localhost that signs itself, and the server side of it. */
public final class TestCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore store;
  private final Path pem;

  private TestCertificate(KeyStore store, Path pem) {
    this.store = store;
    this.pem = pem;
  }

  /** The one of this test run; its PEM file is written into the directory. */
  public static TestCertificate make(Path directory) throws IOException, GeneralSecurityException {
    return in(directory, Holder.MADE);
  }

  /** A new one, by another authority than the one of this test run. */
  public static TestCertificate another(Path directory)
      throws IOException, GeneralSecurityException {
    return in(directory, pair());
  }

  private static TestCertificate in(Path directory, KeyStore store)
      throws IOException, GeneralSecurityException {
    byte[] der = store.getCertificate("server").getEncoded();
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Path pem = directory.resolve("ca.pem");
    Files.writeString(
        pem, "localhost\n-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    return new TestCertificate(store, pem);
  }

  /** The PEM file. */
  public Path pem() {
    return pem;
  }

  /** For a server. */
  public SSLContext server() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  /** Also for the name of Azure's public endpoint. */
  private static KeyStore pair() {
    try {
      Path directory = Files.createTempDirectory("test-certificate");
      Path file = directory.resolve("server.p12");
      TestKeytool.makePair(
          file,
          new String(PASSWORD),
          ("-alias server -keyalg EC -groupname secp256r1 -dname CN=localhost -validity 2"
                  + " -ext bc=ca:true"
                  + " -ext san=dns:localhost,dns:management.azure.com,ip:127.0.0.1")
              .split(" "));
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(directory);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Holder {
    static final KeyStore MADE = pair();
  }
}
