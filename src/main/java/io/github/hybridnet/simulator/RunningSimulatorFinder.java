package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import io.github.hybridnet.simulator.state.DirectoryLock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** Finds the simulator that runs in a directory. The file {@code endpoint} alone is no proof. */
final class RunningSimulatorFinder {
  /** Long enough for a machine under heavy load. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How long a simulator that has locked the directory may take to write its files. */
  private static final Duration FILES = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 50;

  private final SimulatorDirectory directory;
  private final Duration patience;

  RunningSimulatorFinder(Path directory) {
    this(directory, PATIENCE);
  }

  RunningSimulatorFinder(Path directory, Duration patience) {
    this.directory = new SimulatorDirectory(directory);
    this.patience = patience;
  }

  /**
   * Access to it, if one answers that knows the admin token of the directory.
   *
   * @throws SimulatorException if one runs and does not answer
   */
  Optional<SimulatorAccess> find() throws IOException {
    URI endpoint = awaitEndpoint().orElse(null);
    if (endpoint == null) {
      return Optional.empty();
    }
    SimulatorAccess access = directory.access(endpoint);
    return answers(access) ? Optional.of(access) : Optional.empty();
  }

  /** A simulator that is starting, or whose files somebody deleted, writes them soon. */
  private Optional<URI> awaitEndpoint() throws IOException {
    long deadline = System.nanoTime() + FILES.toNanos();
    Optional<URI> endpoint = written();
    while (endpoint.isEmpty()
        && System.nanoTime() < deadline
        && DirectoryLock.isHeld(directory.path())) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      endpoint = written();
    }
    return endpoint;
  }

  private Optional<URI> written() throws IOException {
    Optional<URI> endpoint = directory.endpoint();
    return directory.hasKeys() ? endpoint : Optional.empty();
  }

  private boolean answers(SimulatorAccess access) throws IOException {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(PemTrustStore.in(access.caCertificate()))
              .proxy(HttpClient.Builder.NO_PROXY)
              .connectTimeout(patience)
              .build();
      HttpRequest probe =
          HttpRequest.newBuilder(URI.create(access.endpoint() + "/_simulator/clock"))
              .header("Authorization", "Bearer " + access.credentials().adminToken())
              .timeout(patience)
              .build();
      return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (HttpTimeoutException e) {
      // An address that stayed behind may be somebody else's by now; a process that lives is not.
      if (DirectoryLock.isHeld(directory.path())) {
        throw StartProblems.silent(directory, patience);
      }
      return false;
    } catch (IOException | GeneralSecurityException e) {
      // Refused, not TLS, another certificate: whoever is there, it is not this simulator.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
