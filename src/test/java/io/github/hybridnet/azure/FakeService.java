package io.github.hybridnet.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import io.github.hybridnet.azure.http.transport.InterruptedExchangeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * A service in memory that answers by a script: for each method and path a queue of answers, the
 * last of which stays.
 */
public final class FakeService implements HttpClient {
  private static final String RAW = "x-raw";
  private static final Pattern RESOURCE =
      Pattern.compile(
          "GET /subscriptions/[^/]+/resource[gG]roups/[^/]+(/providers/[^/]+(/[^/]+/[^/]+)+)?");

  private final Map<String, Deque<Answer>> script = new HashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** What was sent. */
  public record Sent(
      String line, String host, String query, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.get(name);
    }
  }

  /** An answer, or the absence of one. */
  public record Answer(int status, Map<String, String> headers, String body, Exception failure) {
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body, null);
    }

    public static Answer none(IOException failure) {
      return new Answer(0, Map.of(), "", failure);
    }

    /** The thread is interrupted while it waits for this answer. */
    public static Answer interrupted() {
      return new Answer(0, Map.of(), "", new InterruptedException());
    }

    public Answer with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body, failure);
    }
  }

  /** Adds an answer for a line such as {@code GET /subscriptions}; query strings do not count. */
  public FakeService on(String line, Answer... answers) {
    Deque<Answer> queue = script.computeIfAbsent(line, l -> new ArrayDeque<>());
    queue.addAll(List.of(answers));
    return this;
  }

  public FakeService on(String line, int status, String body) {
    return on(line, Answer.of(status, body));
  }

  /** Answers as scripted to the letter, also where Azure never would. */
  public FakeService raw(String line, int status, String body) {
    return on(line, Answer.of(status, body).with(RAW, "true"));
  }

  /** Azure names a resource that is read, so that scripts need not; and it has properties. */
  private static String named(String line, Answer answer) {
    String body = answer.body();
    boolean resource =
        answer.status() == 200
            && RESOURCE.matcher(line).matches()
            && body.startsWith("{")
            && !answer.headers().containsKey(RAW)
            && !body.startsWith("{\"id\"");
    if (!resource) {
      return body;
    }
    String id = "{\"id\":\"" + line.substring("GET ".length()) + "\"";
    String properties = body.contains("\"properties\"") ? "" : ",\"properties\":{}";
    String rest = body.substring(1).strip();
    return id + properties + (rest.equals("}") ? "" : ",") + rest;
  }

  public List<Sent> sent() {
    return sent;
  }

  /** The lines that were sent, in order. */
  public List<String> lines() {
    return sent.stream().map(Sent::line).toList();
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    String line = request.getHttpMethod() + " " + request.getUrl().getPath();
    BinaryData body = request.getBodyAsBinaryData();
    sent.add(
        new Sent(
            line,
            request.getUrl().getAuthority(),
            request.getUrl().getQuery(),
            request.getHeaders().toMap(),
            body == null ? "" : body.toString()));
    Answer answer = next(line);
    if (answer.failure() instanceof InterruptedException interruption) {
      throw InterruptedExchangeException.during(interruption);
    }
    if (answer.failure() instanceof IOException failure) {
      throw new UncheckedIOException(failure);
    }
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaderName.CONTENT_TYPE, "application/json; charset=utf-8");
    answer.headers().forEach((n, v) -> headers.set(HttpHeaderName.fromString(n), v));
    byte[] bytes = named(line, answer).getBytes(StandardCharsets.UTF_8);
    return new BufferedResponse(request, answer.status(), headers, bytes);
  }

  private synchronized Answer next(String line) {
    Deque<Answer> queue = script.get(line);
    if (queue == null) {
      throw new AssertionError("No answer for " + line + "; there are " + script.keySet());
    }
    return queue.size() > 1 ? queue.remove() : queue.peek();
  }
}
