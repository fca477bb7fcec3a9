package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.LoopTurns;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateExpression;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A resource of a template, at one turn of its loop.
 *
 * @param id where it is deployed
 * @param apiVersion the version of its provider
 * @param declaration how the template declares it
 * @param loops the loops around it
 * @param deployed whether its condition holds
 */
public record PlannedResource(
    ArmId id, String apiVersion, Declaration declaration, LoopTurns loops, boolean deployed) {

  /** What is about the declaration, and not sent to the provider. */
  private static final Set<String> DIRECTIONS =
      Set.of(
          "name",
          "type",
          "apiVersion",
          "dependsOn",
          "copy",
          "condition",
          "resources",
          "comments",
          "metadata",
          "resourceGroup",
          "subscriptionId");

  /**
   * A declaration in a template.
   *
   * @param source the text of it, raw
   * @param at where it stands
   * @param turn which turn of its own loop, if it has one
   */
  record Declaration(ObjectNode source, Position at, Turn turn) {}

  /**
   * A turn of a loop.
   *
   * @param loop the loop's name; empty without one
   * @param batch how many turns may run at once; 0: all
   * @param number counted from 0
   */
  record Turn(String loop, int batch, int number) {
    static final Turn NONE = new Turn("", 0, 0);

    /** Whether this turn has to wait for another one of the same loop. */
    boolean follows(Turn other) {
      return batch > 0
          && loop.equalsIgnoreCase(other.loop)
          && number / batch == other.number / batch + 1;
    }
  }

  ObjectNode source() {
    return declaration.source();
  }

  public Position at() {
    return declaration.at();
  }

  Turn turn() {
    return declaration.turn();
  }

  /** The name as templates write it, with the names of its parents. */
  public String name() {
    return String.join("/", id.names());
  }

  /** The namespace, types and names, as in an id. */
  String path() {
    String text = id.toString();
    return text.substring(text.indexOf("/providers/") + "/providers/".length());
  }

  /** The body to send, as far as the evaluator evaluates. */
  public ObjectNode body(TemplateEvaluator templateEvaluator) {
    ObjectNode body = JsonCodec.object();
    for (Map.Entry<String, JsonNode> field : source().properties()) {
      if (!DIRECTIONS.contains(field.getKey())) {
        boolean inner = field.getKey().equals("properties") && innerScope();
        body.set(
            field.getKey(),
            inner
                ? nested(field.getValue(), templateEvaluator)
                : templateEvaluator.evaluate(field.getValue()));
      }
    }
    return body;
  }

  /** The template of a nested deployment of its own scope is evaluated by that deployment. */
  private static JsonNode nested(JsonNode properties, TemplateEvaluator templateEvaluator) {
    ObjectNode others = properties.deepCopy();
    JsonNode template = others.remove("template");
    ObjectNode evaluated = (ObjectNode) templateEvaluator.evaluate(others);
    evaluated.set("template", template);
    return evaluated;
  }

  boolean innerScope() {
    return source()
        .path("properties")
        .path("expressionEvaluationOptions")
        .path("scope")
        .asText()
        .equalsIgnoreCase("inner");
  }

  /** Whether an expression needs the state of resources. */
  public static boolean needsState(TemplateExpression templateExpression) {
    AtomicBoolean needs = new AtomicBoolean();
    templateExpression.calls(
        call -> {
          String name = call.function().toLowerCase(Locale.ROOT);
          if (name.equals("reference")) {
            needs.set(true);
          }
        });
    return needs.get();
  }
}
