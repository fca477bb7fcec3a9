package io.github.hybridnet.survival;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Remembers what is asked and written, and answers one of the reads as Azure never does. */
final class HostileClient implements HttpClient {
  /** How often in a row; whoever asks again and again is answered in the end. */
  private static final int TIMES = 25;

  private static final Set<HttpMethod> WRITES =
      Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final HttpClient delegate;
  private final String target;
  private final HostileAnswer answer;
  private final List<String> log = new ArrayList<>();
  private final List<String> unfounded = new ArrayList<>();
  private int left = TIMES;

  HostileClient(HttpClient delegate, String target, HostileAnswer answer) {
    this.delegate = delegate;
    this.target = target;
    this.answer = answer;
  }

  /** An honest one. */
  HostileClient(HttpClient delegate) {
    this(delegate, "", HostileAnswer.EMPTY);
  }

  /** All reads and writes, in their order. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** The writes that were sent while only hostile answers were known. */
  synchronized List<String> unfounded() {
    return List.copyOf(unfounded);
  }

  /** How many hostile answers were given. */
  synchronized int given() {
    return TIMES - left;
  }

  /** A read as it is asked in each run. */
  static String key(HttpRequest request) {
    String path = request.getUrl().getPath().toLowerCase(Locale.ROOT);
    String query = String.valueOf(request.getUrl().getQuery()).replaceAll("api-version=[^&]*", "");
    return request.getHttpMethod() + " " + path + (query.contains("filter") ? "?" + query : "");
  }

  static boolean isWrite(String key) {
    return !key.startsWith("GET ");
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return Mono.fromCallable(() -> sendSync(request, Context.NONE));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    String key = key(request);
    boolean read = request.getHttpMethod() == HttpMethod.GET;
    boolean hostile = note(key, read, WRITES.contains(request.getHttpMethod()));
    HttpResponse honest = delegate.sendSync(request, context);
    if (!hostile) {
      return honest;
    }
    String body = answer.of(honest.getBodyAsBinaryData().toString());
    return new BufferedResponse(
        request, answer.status(), honest.getHeaders(), body.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized boolean note(String key, boolean read, boolean write) {
    if (read || write) {
      log.add(key);
    }
    if (write && given() > 0 && left > 0) {
      unfounded.add(key);
    }
    boolean hostile = read && key.equals(target) && left > 0;
    left -= hostile ? 1 : 0;
    return hostile;
  }
}
