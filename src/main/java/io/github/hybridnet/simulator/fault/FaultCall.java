package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request, or an operation that is about to end, as rules see it.
 *
 * @param kind what it is
 * @param words what {@code operation} in a rule may say to mean it
 * @param resource what it is about
 * @param operation the operation that is polled or ends; null for none
 * @param trace what an event says of it
 */
record FaultCall(
    Kind kind,
    List<String> words,
    RequestSubject.Resource resource,
    @Nullable RunningOperation operation,
    Map<String, String> trace) {

  /** What a rule can distinguish. */
  enum Kind {
    MANAGEMENT,
    POLL,
    END,
    TOKEN,
    SECRET,
    DISCOVERY;

    /** Whether a rule must say that it means this kind. */
    boolean special() {
      return this == TOKEN || this == SECRET || this == DISCOVERY;
    }
  }

  FaultCall {
    words = List.copyOf(words);
    trace = Map.copyOf(trace);
  }

  /** Reads a request; the function knows what paths of Resource Manager are about. */
  static FaultCall of(
      ServerRequest serverRequest, Function<List<String>, RequestSubject> addresses) {
    Kind outside = outside(serverRequest);
    RequestSubject about =
        addresses.apply(outside == Kind.MANAGEMENT ? serverRequest.segments() : List.of());
    boolean poll = about.kind() == RequestSubject.Kind.POLL;
    Kind kind = poll ? Kind.POLL : outside;
    RunningOperation operation = about.operation();
    List<String> words = new ArrayList<>();
    if (kind.special() || poll) {
      words.add(kind.name().toLowerCase(Locale.ROOT));
    }
    if (operation != null) {
      words.addAll(started(operation));
    } else if (kind == Kind.MANAGEMENT) {
      words.add(serverRequest.method());
      switch (about.kind()) {
        case LIST -> words.add("list");
        case ACTION -> words.add(about.action());
        default -> {}
      }
    }
    Map<String, String> trace =
        Map.of("method", serverRequest.method(), "path", serverRequest.target().path());
    return new FaultCall(kind, words, about.resource(), operation, trace);
  }

  /** The end of an operation. */
  static FaultCall of(RunningOperation operation) {
    Map<String, String> trace =
        Map.of(
            "operation", operation.operationId(),
            "name", operation.name(),
            "id", operation.id().toString());
    RequestSubject.Resource resource = RequestSubject.Resource.of(operation.id());
    return new FaultCall(Kind.END, started(operation), resource, operation, trace);
  }

  private static List<String> started(RunningOperation operation) {
    return List.of(operation.request().split(" ", 2));
  }

  private static Kind outside(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    String tail =
        String.join("/", path.subList(Math.min(1, path.size()), path.size()))
            .toLowerCase(Locale.ROOT);
    String first = path.isEmpty() ? "" : path.get(0).toLowerCase(Locale.ROOT);
    if (tail.equals("oauth2/v2.0/token") || tail.equals("oauth2/token")) {
      return Kind.TOKEN;
    }
    if (first.equals("secrets") || first.equals("_vaults")) {
      return Kind.SECRET;
    }
    boolean management =
        first.equals("subscriptions") || first.equals("tenants") || first.equals("providers");
    return management ? Kind.MANAGEMENT : Kind.DISCOVERY;
  }

  /** By what calls on different resources are told apart. */
  String key() {
    return (resource.group() + "/" + resource.type() + "/" + String.join("/", resource.names()))
        .toLowerCase(Locale.ROOT);
  }
}
