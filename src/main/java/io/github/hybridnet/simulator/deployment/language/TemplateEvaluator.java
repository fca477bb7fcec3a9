package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Evaluates parts of a template. */
public final class TemplateEvaluator {
  private final EvaluationScope evaluationScope;
  private final LoopTurns loopTurns;
  private final Predicate<TemplateExpression> kept;

  private TemplateEvaluator(
      EvaluationScope evaluationScope, LoopTurns loopTurns, Predicate<TemplateExpression> kept) {
    this.evaluationScope = evaluationScope;
    this.loopTurns = loopTurns;
    this.kept = kept;
  }

  /** Evaluates every expression of a template. */
  public TemplateEvaluator(EvaluationScope evaluationScope, LoopTurns loopTurns) {
    this(evaluationScope, loopTurns, templateExpression -> false);
  }

  /** The same, leaving expressions as they are which this applies to. */
  public TemplateEvaluator keeping(Predicate<TemplateExpression> expressions) {
    return new TemplateEvaluator(evaluationScope, loopTurns, expressions);
  }

  EvaluationScope scope() {
    return evaluationScope;
  }

  LoopTurns loops() {
    return loopTurns;
  }

  /**
   * The value of a part of a template: every expression in it evaluated, every loop unrolled.
   *
   * @throws TemplateException if something in it is wrong
   */
  public JsonNode evaluate(JsonNode part) {
    evaluationScope.budget().enter();
    try {
      return evaluated(part);
    } finally {
      evaluationScope.budget().leave();
    }
  }

  private JsonNode evaluated(JsonNode part) {
    if (part.isTextual()) {
      return text(part.textValue());
    }
    evaluationScope.budget().value();
    if (part instanceof ArrayNode array) {
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> values.add(evaluate(element)));
      return values;
    }
    return part instanceof ObjectNode object ? object(object) : part;
  }

  private JsonNode text(String string) {
    Optional<TemplateExpression> expression = ExpressionParser.parse(string);
    if (expression.isEmpty()) {
      return evaluationScope.budget().whole(TextNode.valueOf(ExpressionParser.literal(string)));
    }
    // Counted wherever it is put: a value that stands in many places is as many values.
    return evaluationScope
        .budget()
        .whole(kept.test(expression.get()) ? TextNode.valueOf(string) : value(expression.get()));
  }

  private ObjectNode object(ObjectNode object) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().equals(CopyLoop.MEMBER) && field.getValue().isArray()) {
        field
            .getValue()
            .forEach(loop -> CopyLoop.of(loop, "input", this).unroll(loop.path("input"), values));
      } else {
        values.set(name(field.getKey()), evaluate(field.getValue()));
      }
    }
    return values;
  }

  private String name(String name) {
    evaluationScope.budget().text(name);
    return name.startsWith("[") ? TemplateValues.text(text(name)) : name;
  }

  /** The same at one turn of a loop. */
  TemplateEvaluator at(String loop, int turn) {
    return new TemplateEvaluator(evaluationScope, loopTurns.inside(loop, turn), kept);
  }

  /** The value of an expression. */
  public JsonNode value(TemplateExpression templateExpression) {
    evaluationScope.budget().enter();
    try {
      return valued(templateExpression);
    } finally {
      evaluationScope.budget().leave();
    }
  }

  private JsonNode valued(TemplateExpression templateExpression) {
    if (templateExpression instanceof TemplateExpression.Literal literal) {
      return literal.value();
    }
    if (templateExpression instanceof TemplateExpression.Call call) {
      return TemplateFunctions.named(call.function()).call(new FunctionArguments(call, this));
    }
    if (templateExpression instanceof TemplateExpression.Property property) {
      return member(value(property.of()), property.name());
    }
    TemplateExpression.Element element = (TemplateExpression.Element) templateExpression;
    JsonNode place = value(element.place());
    JsonNode of = value(element.of());
    return place.isTextual() ? member(of, place.textValue()) : element(of, place);
  }

  private static JsonNode member(JsonNode of, String name) {
    if (!of.isObject()) {
      throw new TemplateException(
          "The language expression property '%s' can't be evaluated, property name must be a"
                  .formatted(name)
              + " member of an object, but the value is of type '%s'."
                  .formatted(TemplateValues.type(of)));
    }
    return TemplateValues.member(of, name)
        .orElseThrow(
            () ->
                new TemplateException(
                    "The language expression property '%s' doesn't exist, available properties are"
                            .formatted(name)
                        + " '%s'.".formatted(String.join(", ", TemplateValues.names(of)))));
  }

  private static JsonNode element(JsonNode of, JsonNode place) {
    JsonNode element =
        of.isArray() && place.isIntegralNumber() && place.intValue() >= 0
            ? of.get(place.intValue())
            : null;
    if (element == null) {
      throw new TemplateException(
          "The language expression property array index '%s' is out of bounds."
              .formatted(TemplateValues.text(place)));
    }
    return element;
  }
}
