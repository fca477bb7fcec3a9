package io.github.hybridnet.simulator.http.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the authority of one PEM file, and in no other. */
public final class PemTrustStore {
  /** Of key stores that hold certificates only: Java wants one, but there is nothing to protect. */
  public static final String STORE_PASSWORD = "changeit";

  private PemTrustStore() {}

  /**
   * The TLS context of a client.
   *
   * @throws GeneralSecurityException if the file holds no certificate
   */
  public static SSLContext in(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = trusting(pem);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  /** The same as a key store of Java, in the format PKCS12. */
  static byte[] store(Path pem) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trusting(pem).store(bytes, STORE_PASSWORD.toCharArray());
    return bytes.toByteArray();
  }

  private static KeyStore trusting(Path pem) throws IOException, GeneralSecurityException {
    Certificate authority;
    try (InputStream in = Files.newInputStream(pem)) {
      authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", authority);
    return store;
  }
}
