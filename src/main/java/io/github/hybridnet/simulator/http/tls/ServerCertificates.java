package io.github.hybridnet.simulator.http.tls;

import io.github.hybridnet.simulator.state.BrokenFileException;
import io.github.hybridnet.simulator.state.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate of the simulator, signed by a certificate authority of its own. Both are made at
 * the first start and kept; the authority's private key is deleted once it has signed.
 */
public final class ServerCertificates {
  private static final String LEAF = "leaf";

  private final Path authority;
  private final Path trustStore;
  private final Path store;
  private final Path workshop;
  private final InetAddress address;
  private final char[] password;

  /**
   * Names the files of keys and certificates.
   *
   * @param directory where {@code ca.pem}, the same as {@code trust.p12} for Java, and the key
   *     store are
   * @param address the address of the server, which the certificate names beside those of loopback;
   *     all of this machine if it listens on all
   * @param password the key store's, as hard to guess as a key
   */
  public ServerCertificates(Path directory, InetAddress address, char[] password) {
    this.address = address;
    this.authority = directory.resolve("ca.pem");
    this.trustStore = directory.resolve("trust.p12");
    this.store = directory.resolve("leaf.p12");
    this.workshop = directory.resolve("certificates.new");
    this.password = password.clone();
  }

  /**
   * The TLS context of the server; makes the certificates if they are absent, damaged or about to
   * expire.
   *
   * @throws IOException if they cannot be made or written
   */
  public SSLContext context(Instant now) throws IOException {
    clear();
    try {
      KeyStore leaf = usable(now).orElse(null);
      if (leaf == null) {
        leaf = renew();
      }
      if (!Files.exists(trustStore)) {
        PrivateFiles.writePublic(trustStore, PemTrustStore.store(authority));
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(leaf, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      Optional<MissingAlgorithmException> missing = MissingAlgorithmException.of(e);
      if (missing.isPresent()) {
        throw missing.get();
      }
      throw new BrokenFileException(store, "it holds no usable certificate");
    }
  }

  private Optional<KeyStore> usable(Instant now) {
    if (!Files.exists(store) || !Files.exists(authority)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore leaf = keyStore(in);
      Certificate[] chain = leaf.getCertificateChain(LEAF);
      String expected = pem(chain[chain.length - 1]);
      boolean pair = expected.equals(Files.readString(authority, StandardCharsets.US_ASCII));
      Date nextWeek = Date.from(now.plus(7, ChronoUnit.DAYS));
      for (Certificate certificate : chain) {
        ((X509Certificate) certificate).checkValidity(nextWeek);
      }
      boolean named = CertificateNames.of(address).areIn((X509Certificate) chain[0]);
      return pair && named && leaf.getKey(LEAF, password) != null
          ? Optional.of(leaf)
          : Optional.empty();
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Whatever is wrong with it: it holds nothing that cannot be made anew.
      return Optional.empty();
    }
  }

  private KeyStore renew() throws IOException, GeneralSecurityException {
    try {
      PrivateFiles.directory(workshop);
      // The keytool of a simulator that was killed lives on, and may still write its own file here.
      Path both = workshop.resolve("both-" + UUID.randomUUID() + ".p12");
      byte[] made =
          new KeytoolRunner(both, password).make(LEAF, CertificateNames.of(address).forKeytool());
      KeyStore leaf = keyStore(new ByteArrayInputStream(made));
      PrivateFiles.write(store, made);
      Certificate[] chain = leaf.getCertificateChain(LEAF);
      String pem = pem(chain[chain.length - 1]);
      PrivateFiles.writePublic(authority, pem.getBytes(StandardCharsets.US_ASCII));
      Files.deleteIfExists(trustStore);
      return leaf;
    } finally {
      clear();
    }
  }

  private KeyStore keyStore(InputStream in) throws IOException, GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    keyStore.load(in, password);
    return keyStore;
  }

  /** Deletes the authority's private key, also one that a killed simulator left behind. */
  private void clear() throws IOException {
    while (Files.isDirectory(workshop)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(workshop)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
      try {
        Files.delete(workshop);
      } catch (DirectoryNotEmptyException e) {
        // A keytool that lives on has written meanwhile. It writes two files at most.
      }
    }
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
