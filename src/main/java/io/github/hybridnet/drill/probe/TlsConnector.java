package io.github.hybridnet.drill.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Opens TLS connections for probes. Each has a context of its own, so that no session is resumed
 * and every probe sends the same packets.
 */
final class TlsConnector {
  private final boolean unchecked;
  private final @Nullable KeyStore roots;
  private List<TrustManager> trusted = List.of();

  private TlsConnector(boolean unchecked, @Nullable KeyStore roots) {
    this.unchecked = unchecked;
    this.roots = roots;
  }

  /** Trusts what the Java runtime trusts, or anybody. */
  static TlsConnector of(boolean unchecked) {
    return new TlsConnector(unchecked, null);
  }

  /** Trusts these certificates instead of those of the Java runtime. */
  static TlsConnector trusting(KeyStore roots) {
    return new TlsConnector(false, roots);
  }

  /**
   * Reads the certificates, so that the first probe does not have to.
   *
   * @throws IOException when this Java runtime cannot
   */
  void prepare() throws IOException {
    var unused = context();
  }

  /** A connection over which TLS was agreed upon. */
  SSLSocket over(Socket socket, String host, int port, SocketDeadline socketDeadline)
      throws IOException {
    SSLSocket secure =
        (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true);
    if (!unchecked) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
    }
    secure.setSoTimeout(socketDeadline.millis());
    secure.startHandshake();
    return secure;
  }

  private SSLContext context() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not available", e);
    }
  }

  /** Reading the certificates of the Java runtime takes long, so it is done once. */
  private synchronized TrustManager[] trusted() throws GeneralSecurityException {
    if (trusted.isEmpty()) {
      trusted = unchecked ? List.of(new TrustAllManager()) : List.of(checking());
    }
    return trusted.toArray(TrustManager[]::new);
  }

  private TrustManager[] checking() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return factory.getTrustManagers();
  }

  /** For users who say that the certificate does not matter: the probe is about the way there. */
  private static final class TrustAllManager extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
