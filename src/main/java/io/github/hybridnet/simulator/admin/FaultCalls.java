package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.fault.FaultRuleBook;
import io.github.hybridnet.simulator.fault.InvalidRulesException;
import io.github.hybridnet.simulator.fault.RuleSource;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code faults}: adds, shows and removes rules. */
public final class FaultCalls implements AdminSection {
  private static final String ONE = "DELETE faults/";

  private final FaultRuleBook book;

  public FaultCalls(FaultRuleBook book) {
    this.book = book;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return switch (call) {
      case "GET faults" -> Optional.of(ServerResponse.json(200, book.toJson()));
      case "POST faults" -> Optional.of(add(body));
      case "DELETE faults" -> {
        book.clear();
        yield Optional.of(ServerResponse.empty(204));
      }
      default ->
          call.startsWith(ONE)
              ? Optional.of(remove(call.substring(ONE.length())))
              : Optional.empty();
    };
  }

  private ServerResponse add(@Nullable JsonNode body) {
    try {
      return ServerResponse.json(
          201, book.add(RuleSource.of(body == null ? JsonCodec.object() : body)));
    } catch (InvalidRulesException e) {
      ServerResponse refusal =
          AdminErrors.error(400, "InvalidFaults", "The rules have mistakes; none was added.");
      refusal.body().ifPresent(error -> explain((ObjectNode) error.path("error"), e));
      return refusal;
    }
  }

  private static void explain(ObjectNode error, InvalidRulesException e) {
    ArrayNode details = error.putArray("details");
    for (InvalidRulesException.Problem problem : e.problems()) {
      details
          .addObject()
          .put("code", "InvalidFault")
          .put("target", problem.pointer())
          .put("message", problem.text());
    }
  }

  private ServerResponse remove(String id) {
    return book.remove(id)
        ? ServerResponse.empty(204)
        : AdminErrors.error(404, "NotFound", "There is no rule '" + id + "'.");
  }
}
