package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.azure.http.transport.TlsContextFactory;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Tells a running simulator what to do. */
final class SimulatorAdminCalls {
  private final SimulatorAccess access;
  private final HttpClient client;

  private SimulatorAdminCalls(SimulatorAccess access, HttpClient client) {
    this.access = access;
    this.client = client;
  }

  static SimulatorAdminCalls of(Path directory) throws IOException, GeneralSecurityException {
    SimulatorAccess access = AzureSimulator.running(directory).orElseThrow();
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(TlsContextFactory.only(access.caCertificate()))
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    return new SimulatorAdminCalls(access, client);
  }

  /** What the connectivity provider of a circuit does. */
  void provider(String circuit, String state) throws IOException, InterruptedException {
    post("circuits/" + circuit + "/provider", "{\"state\":\"" + state + "\"}");
  }

  void post(String path, String body) throws IOException, InterruptedException {
    send("POST", "/_simulator/" + path, body);
  }

  void put(String path, String body) throws IOException, InterruptedException {
    send("PUT", "/_simulator/" + path, body);
  }

  /** A request that the simulated cloud's owner sends to its resource manager. */
  void arm(String method, String id, String body) throws IOException, InterruptedException {
    send(method, id + "?api-version=2017-04-01", body);
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(access.endpoint() + path))
            .header("Authorization", "Bearer " + access.credentials().adminToken())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
