package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.Addressed;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.http.Glob;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET requests} with filters, and {@code DELETE requests}. */
public final class JournalCalls implements AdminSection {
  private static final Set<String> FILTERS =
      Set.of("method", "type", "name", "since", "limit", "fault");

  private final Journal journal;
  private final Engine engine;

  /** Shows this journal; the engine knows what its paths are about. */
  public JournalCalls(Journal journal, Engine engine) {
    this.journal = journal;
    this.engine = engine;
  }

  @Override
  public Optional<Response> serve(String call, Request request, @Nullable JsonNode body) {
    return switch (call) {
      case "GET requests" -> Optional.of(list(request.query()));
      case "DELETE requests" -> {
        journal.clear();
        yield Optional.of(Response.empty(204));
      }
      default -> Optional.empty();
    };
  }

  private Response list(Map<String, String> query) {
    for (String parameter : query.keySet()) {
      if (!FILTERS.contains(parameter)) {
        String known = String.join(", ", new TreeSet<>(FILTERS));
        return AdminErrors.error(
            400,
            "InvalidQuery",
            "Requests cannot be filtered by '" + parameter + "', but by " + known + ".");
      }
    }
    Optional<Long> since = AdminErrors.number(query.getOrDefault("since", "0"));
    Optional<Long> limit = AdminErrors.number(query.getOrDefault("limit", "" + Long.MAX_VALUE));
    if (since.isEmpty() || limit.isEmpty()) {
      String wrong = since.isEmpty() ? "since" : "limit";
      return AdminErrors.badQuery(wrong, "a number that is not negative");
    }
    Predicate<JournalEntry> wanted = entry -> entry.sequence() > since.get();
    wanted = wanted.and(entry -> is(query.get("method"), entry.asked().method()));
    wanted = wanted.and(entry -> faulty(query.get("fault"), entry.given().faults()));
    return Response.json(200, journal.toJson(wanted.and(about(query)), limit.get()));
  }

  private Predicate<JournalEntry> about(Map<String, String> query) {
    String type = query.get("type");
    String name = query.get("name");
    if (type == null && name == null) {
      return entry -> true;
    }
    return entry -> {
      Addressed.Resource about =
          engine.addressed(Request.segments(entry.asked().path())).resource();
      return is(type, about.type()) && (name == null || Glob.of(name).matchesEnd(about.names()));
    };
  }

  private static boolean is(@Nullable String wanted, String value) {
    return wanted == null || wanted.equalsIgnoreCase(value);
  }

  private static boolean faulty(@Nullable String wanted, List<String> faults) {
    return wanted == null || Glob.of(wanted).matchesAny(faults);
  }
}
