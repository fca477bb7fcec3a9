package io.github.hybridnet.simulator.error;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Sends the requests of an entry to an empty simulator with a group {@code rg} in westus2, and
 * finds the error in the last answer.
 *
 * <p>A step is a text {@code @site} or an object: {@code do} is a method and a path, which begins
 * with a slash, with {@code admin/}, or else inside of the network provider of the group; {@code
 * body} names a body or is one; {@code with} sets members of it by JSON pointer, null removes them;
 * {@code refused} says that the step fails; {@code running} that its operation goes on; {@code
 * follow} that the end of this operation is looked at and not that of the last step; {@code repeat}
 * how often it is taken, each time with another {@code {n}}.
 */
final class ErrorProvocation {
  private static final Duration LONG = Duration.ofHours(3);
  private static final String VERSION = "2024-05-01";

  private final ErrorCodeTable table;
  private final AzureSimulator simulator;
  private final ArmClient client;
  private final String subscription;

  ErrorProvocation(ErrorCodeTable table, AzureSimulator simulator) {
    this.table = table;
    this.simulator = simulator;
    this.client = ArmClient.of(simulator.access());
    this.subscription = "/subscriptions/" + simulator.access().credentials().subscriptionId();
  }

  /**
   * What the simulator answered.
   *
   * @param status the HTTP status
   * @param code the outermost code
   * @param error the error with the code that was looked for; empty if it is not there
   * @param whole all of the answer
   */
  record Found(int status, String code, Optional<JsonNode> error, JsonNode whole) {}

  Found run(ErrorCodeTable.Entry entry) {
    simulator.admin().variants(Map.of());
    simulator.admin().reset();
    send(step("{group}", "group"));
    List<JsonNode> steps = new ArrayList<>();
    entry.steps().forEach(each -> steps.addAll(resolved(each)));
    Optional<String> followed = Optional.empty();
    for (JsonNode each : steps.subList(0, steps.size() - 1)) {
      ArmClient.Answer answer = repeat(each);
      followed = each.path("follow").asBoolean() ? operation(answer) : followed;
    }
    ArmClient.Answer last = send(steps.get(steps.size() - 1));
    if (entry.operation() && last.status() < 300) {
      simulator.admin().advance(LONG);
      return found(client.get(followed.or(() -> operation(last)).orElseThrow()), entry.code());
    }
    return found(last, entry.code());
  }

  private static Optional<String> operation(ArmClient.Answer answer) {
    return answer.header("Azure-AsyncOperation").or(() -> answer.header("Location"));
  }

  private List<JsonNode> resolved(JsonNode step) {
    if (!step.isTextual()) {
      return List.of(step);
    }
    List<JsonNode> site = table.sites().get(step.asText().substring(1));
    return site.stream().flatMap(each -> resolved(each).stream()).toList();
  }

  private static ObjectNode step(String path, String body) {
    return JsonNodeFactory.instance.objectNode().put("do", "PUT " + path).put("body", body);
  }

  private ArmClient.Answer repeat(JsonNode step) {
    for (int n = 1; n < step.path("repeat").asInt(1); n++) {
      take(numbered(step, n));
    }
    return take(numbered(step, step.path("repeat").asInt(1)));
  }

  private static JsonNode numbered(JsonNode step, int n) {
    ObjectNode one = step.deepCopy();
    return one.put("do", one.path("do").asText().replace("{n}", String.valueOf(n)));
  }

  private ArmClient.Answer take(JsonNode step) {
    ArmClient.Answer answer = send(step);
    boolean refused = answer.status() >= 300;
    if (refused != step.path("refused").asBoolean()) {
      throw new AssertionError(step + " was answered " + answer.status() + " " + answer.json());
    }
    if (!step.path("running").asBoolean() && !step.path("do").asText().startsWith("GET")) {
      simulator.admin().advance(LONG);
    }
    return answer;
  }

  private ArmClient.Answer send(JsonNode step) {
    String[] words = step.path("do").asText().split(" ", 2);
    String body = body(step);
    if (words[1].startsWith("admin/")) {
      return client
          .admin()
          .send(words[0], "/_simulator/" + words[1].substring("admin/".length()), body);
    }
    String version = step.path("version").asText(VERSION);
    String path = address(words[1]);
    String query =
        version.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "api-version=" + version;
    List<String> headers = new ArrayList<>();
    step.path("headers")
        .properties()
        .forEach(h -> headers.addAll(List.of(h.getKey(), h.getValue().asText())));
    ArmClient who = step.has("bearer") ? client.bearer(step.get("bearer").asText()) : client;
    return who.send(words[0], path + query, body, headers.toArray(String[]::new));
  }

  private String address(String path) {
    String group = subscription + "/resourceGroups/rg";
    String whole = path.replace("{sub}", subscription).replace("{group}", group);
    return whole.startsWith("/") ? whole : group + "/providers/Microsoft.Network/" + whole;
  }

  private String body(JsonNode step) {
    JsonNode named = step.path("body");
    if (named.isMissingNode()) {
      return "";
    }
    if (step.path("raw").asBoolean()) {
      return named.asText();
    }
    JsonNode body = (named.isTextual() ? table.bodies().get(named.asText()) : named).deepCopy();
    step.path("with").properties().forEach(change -> set(body, change.getKey(), change.getValue()));
    String provider = subscription + "/resourceGroups/rg/providers/Microsoft.Network";
    return body.toString().replace("~", provider);
  }

  private static void set(JsonNode body, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = body.at(at.head());
    JsonPointer last = at.last();
    if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), value);
    } else if (value.isNull()) {
      ((ObjectNode) parent).remove(last.getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(last.getMatchingProperty(), value);
    }
  }

  private static Found found(ArmClient.Answer answer, String code) {
    JsonNode whole = answer.raw().body().length == 0 ? TextNode.valueOf("") : answer.json();
    JsonNode outer = member(whole, "error");
    return new Found(answer.status(), member(outer, "code").asText(), find(outer, code), whole);
  }

  /** The error itself, or the first one in its details, that has this code. */
  private static Optional<JsonNode> find(JsonNode error, String code) {
    if (member(error, "code").asText().equals(code)) {
      return Optional.of(error);
    }
    return StreamSupport.stream(member(error, "details").spliterator(), false)
        .flatMap(each -> find(each, code).stream())
        .findFirst();
  }

  /** The deletion of a group ends with capitalised members. */
  static JsonNode member(JsonNode node, String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return node.has(name) ? node.get(name) : node.path(capital);
  }
}
