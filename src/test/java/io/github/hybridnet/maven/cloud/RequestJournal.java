package io.github.hybridnet.maven.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.stream.StreamSupport;

/** What a running simulator was asked. */
final class RequestJournal {
  private final SimulatorAccess access;
  private final HttpClient client;

  private RequestJournal(SimulatorAccess access, HttpClient client) {
    this.access = access;
    this.client = client;
  }

  static RequestJournal of(Path directory) throws IOException, GeneralSecurityException {
    SimulatorAccess access = AzureSimulator.running(directory).orElseThrow();
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(TlsContextFactory.only(access.caCertificate()))
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    return new RequestJournal(access, client);
  }

  /** The number of the latest request. */
  long last() throws IOException, InterruptedException {
    return since(0).stream().mapToLong(r -> r.path("sequence").asLong()).max().orElse(0);
  }

  /** Requests to the resource manager after the one of that number, this rig's own left out. */
  List<JsonNode> since(long sequence) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(access.endpoint() + "/_simulator/requests"))
            .header("Authorization", "Bearer " + access.credentials().adminToken())
            .build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return StreamSupport.stream(
            new ObjectMapper().readTree(body).path("requests").spliterator(), false)
        .filter(r -> r.path("sequence").asLong() > sequence)
        .filter(r -> !r.path("path").asText().startsWith("/_simulator"))
        .toList();
  }
}
