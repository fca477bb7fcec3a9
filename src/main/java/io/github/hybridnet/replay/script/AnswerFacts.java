package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What the body of an answer says about states and errors. */
public final class AnswerFacts {
  private static final Set<String> TERMINAL = Set.of("succeeded", "failed", "canceled");

  private AnswerFacts() {}

  /** Whether a state of a resource or an operation stays as it is. */
  public static boolean isTerminal(String state) {
    return TERMINAL.contains(state.toLowerCase(Locale.ROOT));
  }

  /** The {@code provisioningState}; empty if there is none. */
  public static String provisioningState(JsonNode body) {
    JsonNode state = body.path("properties").path("provisioningState");
    return state.isTextual() ? state.asText() : "";
  }

  /** Whether the resource is still being changed. */
  public static boolean isPending(JsonNode body) {
    String state = provisioningState(body);
    return !state.isEmpty() && !isTerminal(state);
  }

  /** Whether the resource has a state that stays. */
  public static boolean isSettled(JsonNode body) {
    return isTerminal(provisioningState(body));
  }

  /** The {@code status} of an operation; empty if there is none. */
  public static String operationStatus(JsonNode body) {
    JsonNode status = body.path("status");
    return status.isTextual() ? status.asText() : "";
  }

  /** The code of an error, or of a failed operation; empty if there is none. */
  public static String errorCode(JsonNode body) {
    JsonNode error = first(body, "error", "Error");
    JsonNode code = first(isEmpty(error) ? body : error, "code", "Code");
    return code.isTextual() ? code.asText().strip() : "";
  }

  private static JsonNode first(JsonNode in, String name, String otherwise) {
    JsonNode found = in.path(name);
    return isEmpty(found) ? in.path(otherwise) : found;
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() ? node.asText().isEmpty() : node.isContainerNode() && node.isEmpty());
  }

  /** Hands over each text that is a value in this tree. */
  static void texts(JsonNode node, Consumer<String> to) {
    if (node.isTextual()) {
      to.accept(node.asText());
    } else {
      node.forEach(child -> texts(child, to));
    }
  }
}
