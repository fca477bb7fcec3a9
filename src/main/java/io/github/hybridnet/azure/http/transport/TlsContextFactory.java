package io.github.hybridnet.azure.http.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificate authorities are trusted. */
public final class TlsContextFactory {
  private TlsContextFactory() {}

  /**
   * Trusts the authorities of a PEM file and no others: a custom endpoint has a certificate of its
   * own, and nobody else's will do.
   *
   * @throws IOException when the file cannot be read
   * @throws CertificateException when it holds no certificate
   */
  public static SSLContext only(Path pem) throws IOException, GeneralSecurityException {
    return context(certificates(pem));
  }

  /**
   * Trusts the authorities of a PEM file besides those of the JVM, as behind a proxy that inspects
   * TLS.
   *
   * @throws IOException when the file cannot be read
   * @throws CertificateException when it holds no certificate
   */
  public static SSLContext also(Path pem) throws IOException, GeneralSecurityException {
    List<Certificate> all = new ArrayList<>(certificates(pem));
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager x509) {
        Collections.addAll(all, (Certificate[]) x509.getAcceptedIssuers());
      }
    }
    return context(all);
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, CertificateException {
    if (Files.exists(pem) && !Files.isRegularFile(pem)) {
      throw new IOException("not a file");
    }
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.stream().noneMatch(X509Certificate.class::isInstance)) {
        throw new CertificateException("no certificate");
      }
      return found;
    }
  }

  private static SSLContext context(Collection<? extends Certificate> trusted)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int index = 0;
    for (Certificate certificate : trusted) {
      store.setCertificateEntry("ca-" + index++, certificate);
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers(store), new SecureRandom());
    return context;
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
