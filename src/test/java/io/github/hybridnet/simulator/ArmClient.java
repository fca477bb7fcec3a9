package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

/** A client of a simulator that trusts its {@code ca.pem} and nothing else. */
public final class ArmClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SimulatorAccess access;
  private final HttpClient client;
  private final String token;

  private ArmClient(SimulatorAccess access, HttpClient client, String token) {
    this.access = access;
    this.client = client;
    this.token = token;
  }

  /** A client that sends any bearer, which is enough on loopback. */
  public static ArmClient of(SimulatorAccess access) {
    try {
      HttpClient client =
          HttpClient.newBuilder().sslContext(PemTrustStore.in(access.caCertificate())).build();
      return new ArmClient(access, client, "any");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same client with another bearer; empty text for none. */
  public ArmClient bearer(String other) {
    return new ArmClient(access, client, other);
  }

  /** The same client with the admin token as bearer. */
  public ArmClient admin() {
    return bearer(access.credentials().adminToken());
  }

  /** An answer. */
  public record Answer(int status, HttpResponse<byte[]> raw) {

    public JsonNode json() {
      try {
        return MAPPER.readTree(raw.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }

    public String code() {
      return json().path("error").path("code").asText();
    }

    public String message() {
      return json().path("error").path("message").asText();
    }
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Sends a request; the path may be an absolute address of the simulator. */
  public Answer send(String method, String path, String body, String... headers) {
    URI uri = URI.create(path.startsWith("https://") ? path : access.endpoint() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
