package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.fault.BadRulesException;
import io.github.hybridnet.simulator.fault.RuleBook;
import io.github.hybridnet.simulator.fault.RuleSource;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code faults}: adds, shows and removes rules. */
public final class FaultCalls implements AdminSection {
  private static final String ONE = "DELETE faults/";

  private final RuleBook book;

  public FaultCalls(RuleBook book) {
    this.book = book;
  }

  @Override
  public Optional<Response> serve(String call, Request request, @Nullable JsonNode body) {
    return switch (call) {
      case "GET faults" -> Optional.of(Response.json(200, book.toJson()));
      case "POST faults" -> Optional.of(add(body));
      case "DELETE faults" -> {
        book.clear();
        yield Optional.of(Response.empty(204));
      }
      default ->
          call.startsWith(ONE)
              ? Optional.of(remove(call.substring(ONE.length())))
              : Optional.empty();
    };
  }

  private Response add(@Nullable JsonNode body) {
    try {
      return Response.json(201, book.add(RuleSource.of(body == null ? Json.object() : body)));
    } catch (BadRulesException e) {
      Response refusal =
          AdminErrors.error(400, "InvalidFaults", "The rules have mistakes; none was added.");
      refusal.body().ifPresent(error -> explain((ObjectNode) error.path("error"), e));
      return refusal;
    }
  }

  private static void explain(ObjectNode error, BadRulesException e) {
    ArrayNode details = error.putArray("details");
    for (BadRulesException.Problem problem : e.problems()) {
      details
          .addObject()
          .put("code", "InvalidFault")
          .put("target", problem.pointer())
          .put("message", problem.text());
    }
  }

  private Response remove(String id) {
    return book.remove(id)
        ? Response.empty(204)
        : AdminErrors.error(404, "NotFound", "There is no rule '" + id + "'.");
  }
}
