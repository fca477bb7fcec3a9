package io.github.hybridnet.matrix;

import io.github.hybridnet.simulator.RecordedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Picks what changes something from a journal of requests. */
final class RequestTally {
  /** Requests with POST that only ask, by the end of their path. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "token",
          "getbgppeerstatus",
          "getlearnedroutes",
          "getadvertisedroutes",
          "validate",
          "connectivitycheck",
          "nexthop",
          "checkaccess");

  private RequestTally() {}

  /** What was accepted and changes something, each as method and path. */
  static List<String> writes(List<RecordedRequest> requests) {
    return requests.stream()
        .filter(request -> request.status() < 400 && changes(request))
        .map(request -> request.method() + " " + request.path())
        .toList();
  }

  private static boolean changes(RecordedRequest request) {
    return switch (request.method()) {
      case "GET", "HEAD" -> false;
      case "POST" -> !QUESTIONS.contains(end(request.path()));
      default -> true;
    };
  }

  private static String end(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
