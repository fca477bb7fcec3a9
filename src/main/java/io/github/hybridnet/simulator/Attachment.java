package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.http.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** Finds the simulator that runs in a directory. The file {@code endpoint} alone is no proof. */
final class Attachment {
  /** On a machine with more work than it can do, an answer takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimulatorDirectory directory;

  Attachment(Path directory) {
    this.directory = new SimulatorDirectory(directory);
  }

  /** Access to it, if one answers that knows the admin token of the directory. */
  Optional<SimulatorAccess> find() throws IOException {
    URI endpoint = directory.endpoint().orElse(null);
    if (endpoint == null || !directory.hasKeys()) {
      return Optional.empty();
    }
    SimulatorAccess access = directory.access(endpoint);
    return answers(access) ? Optional.of(access) : Optional.empty();
  }

  private static boolean answers(SimulatorAccess access) {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(Trust.in(access.caCertificate()))
              .proxy(HttpClient.Builder.NO_PROXY)
              .connectTimeout(PATIENCE)
              .build();
      HttpRequest probe =
          HttpRequest.newBuilder(URI.create(access.endpoint() + "/_simulator/clock"))
              .header("Authorization", "Bearer " + access.credentials().adminToken())
              .timeout(PATIENCE)
              .build();
      return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException | GeneralSecurityException e) {
      // Refused, not TLS, another certificate: whoever is there, it is not this simulator.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
