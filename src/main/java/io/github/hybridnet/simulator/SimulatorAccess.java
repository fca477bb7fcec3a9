package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * How to reach a running simulator, in this process or another.
 *
 * @param endpoint its address, without a slash at the end
 * @param caCertificate the PEM file of the authority that signed its certificate
 * @param credentials how to sign in
 */
public record SimulatorAccess(URI endpoint, Path caCertificate, SimulatorCredentials credentials) {

  /** Of {@link #trustStore}, which holds nothing secret. */
  public static final String TRUST_STORE_PASSWORD = PemTrustStore.STORE_PASSWORD;

  /** The port that it listens on. */
  public int port() {
    return endpoint.getPort();
  }

  /** The directory of the simulator. */
  public Path directory() {
    return caCertificate.toAbsolutePath().resolveSibling("");
  }

  /** The same as {@link #caCertificate} in the form of {@code javax.net.ssl.trustStore}, PKCS12. */
  public Path trustStore() {
    return caCertificate.resolveSibling("trust.p12");
  }

  /** The TLS of a client that trusts this simulator and nothing else. */
  public SSLContext sslContext() {
    try {
      return PemTrustStore.in(caCertificate);
    } catch (IOException e) {
      throw unreadable(StartProblems.why(e), e);
    } catch (GeneralSecurityException e) {
      throw unreadable("it is not one", e);
    }
  }

  private SimulatorException unreadable(String why, Exception cause) {
    return new SimulatorException(
        "The simulator's certificate '" + caCertificate + "' cannot be read: " + why + ".", cause);
  }

  /** A client for the admin calls of a test; one client serves any number of calls. */
  public SimulatorAdmin admin() {
    return new SimulatorAdmin(this);
  }

  /**
   * The settings of clients without a secret: {@code endpoint}, {@code port}, {@code directory},
   * {@code caCertificate}, {@code trustStore}, {@code trustStorePassword}, {@code credentials} (the
   * file), {@code tenantId}, {@code subscriptionId}, {@code clientId}.
   */
  public Map<String, String> properties() {
    return ClientSettings.properties(this);
  }

  /**
   * The variables by which clients in processes of their own find it and sign in, {@code
   * AZURE_CLIENT_SECRET} among them: for {@code ProcessBuilder.environment()}, not to be logged.
   */
  public Map<String, String> environment() {
    return ClientSettings.environment(this);
  }
}
