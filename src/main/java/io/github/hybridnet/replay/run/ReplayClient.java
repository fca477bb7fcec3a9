package io.github.hybridnet.replay.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.replay.compare.SimulatedAnswer;
import io.github.hybridnet.replay.script.ReplayStep.StepRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sends requests to one simulator. Whatever goes wrong on the way is an answer without a status,
 * because a replay goes on.
 */
final class ReplayClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String JSON_TYPE = "application/json";
  private static final Set<String> SENT =
      Set.of("accept", "content-type", "if-match", "if-none-match");

  private final ReplayTarget target;
  private final HttpClient http;

  ReplayClient(ReplayTarget target) {
    this.target = target;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(target.tls())
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /**
   * Sends a request. One that HTTP does not allow, such as a method with a blank, has no answer.
   *
   * @param label for the simulator's log of requests
   */
  SimulatedAnswer send(StepRequest request, String label) throws InterruptedException {
    HttpRequest sent;
    try {
      sent = http(request, label);
    } catch (IllegalArgumentException e) {
      return SimulatedAnswer.NONE;
    }
    return exchange(sent);
  }

  private HttpRequest http(StepRequest request, String label) {
    HttpRequest.Builder builder =
        builder(RequestAddress.of(target.endpoint(), request.path(), request.query()), label);
    if (!request.body().isMissingNode()) {
      builder.setHeader("Content-Type", JSON_TYPE);
    }
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (SENT.contains(name.toLowerCase(Locale.ROOT))) {
                builder.setHeader(name, value);
              }
            });
    return builder.method(request.method(), publisher(request.body())).build();
  }

  /** Follows an address that the simulator gave. */
  SimulatedAnswer get(String url, String label) throws InterruptedException {
    return exchange(builder(RequestAddress.link(target.endpoint(), url), label).GET().build());
  }

  private static HttpRequest.Builder builder(URI address, String label) {
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .setHeader("Accept", JSON_TYPE)
        .setHeader("Authorization", "Bearer replay")
        .setHeader("x-ms-client-request-id", label);
  }

  private static BodyPublisher publisher(JsonNode body) {
    if (body.isMissingNode()) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.ofString(
        body.isTextual() ? body.asText() : body.toString(), StandardCharsets.UTF_8);
  }

  private SimulatedAnswer exchange(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .map()
          .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.get(0)));
      return new SimulatedAnswer(response.statusCode(), headers, tree(response.body()));
    } catch (IOException e) {
      return SimulatedAnswer.NONE;
    }
  }

  private static JsonNode tree(String text) {
    if (text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
