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
public final class Evaluator {
  private final Scope scope;
  private final Loops loops;
  private final Predicate<Expression> kept;

  private Evaluator(Scope scope, Loops loops, Predicate<Expression> kept) {
    this.scope = scope;
    this.loops = loops;
    this.kept = kept;
  }

  /** Evaluates everything. */
  public Evaluator(Scope scope, Loops loops) {
    this(scope, loops, expression -> false);
  }

  /** The same, leaving expressions as they are which this applies to. */
  public Evaluator keeping(Predicate<Expression> expressions) {
    return new Evaluator(scope, loops, expressions);
  }

  Scope scope() {
    return scope;
  }

  Loops loops() {
    return loops;
  }

  /**
   * The value of a part of a template: every expression in it evaluated, every loop unrolled.
   *
   * @throws TemplateException if something in it is wrong
   */
  public JsonNode evaluate(JsonNode part) {
    scope.budget().enter();
    try {
      return evaluated(part);
    } finally {
      scope.budget().leave();
    }
  }

  private JsonNode evaluated(JsonNode part) {
    if (part.isTextual()) {
      return text(part.textValue());
    }
    scope.budget().value();
    if (part instanceof ArrayNode array) {
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> values.add(evaluate(element)));
      return values;
    }
    return part instanceof ObjectNode object ? object(object) : part;
  }

  private JsonNode text(String string) {
    Optional<Expression> expression = ExpressionParser.parse(string);
    if (expression.isEmpty()) {
      return scope.budget().whole(TextNode.valueOf(ExpressionParser.literal(string)));
    }
    // Counted wherever it is put: a value that stands in many places is as many values.
    return scope
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
    scope.budget().text(name);
    return name.startsWith("[") ? Values.text(text(name)) : name;
  }

  /** The same at one turn of a loop. */
  Evaluator at(String loop, int turn) {
    return new Evaluator(scope, loops.inside(loop, turn), kept);
  }

  /** The value of an expression. */
  public JsonNode value(Expression expression) {
    scope.budget().enter();
    try {
      return valued(expression);
    } finally {
      scope.budget().leave();
    }
  }

  private JsonNode valued(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Call call) {
      return Functions.named(call.function()).call(new Arguments(call, this));
    }
    if (expression instanceof Expression.Property property) {
      return member(value(property.of()), property.name());
    }
    Expression.Element element = (Expression.Element) expression;
    JsonNode place = value(element.place());
    JsonNode of = value(element.of());
    return place.isTextual() ? member(of, place.textValue()) : element(of, place);
  }

  private static JsonNode member(JsonNode of, String name) {
    if (!of.isObject()) {
      throw new TemplateException(
          "The language expression property '%s' can't be evaluated, property name must be a"
                  .formatted(name)
              + " member of an object, but the value is of type '%s'.".formatted(Values.type(of)));
    }
    return Values.member(of, name)
        .orElseThrow(
            () ->
                new TemplateException(
                    "The language expression property '%s' doesn't exist, available properties are"
                            .formatted(name)
                        + " '%s'.".formatted(String.join(", ", Values.names(of)))));
  }

  private static JsonNode element(JsonNode of, JsonNode place) {
    JsonNode element =
        of.isArray() && place.isIntegralNumber() && place.intValue() >= 0
            ? of.get(place.intValue())
            : null;
    if (element == null) {
      throw new TemplateException(
          "The language expression property array index '%s' is out of bounds."
              .formatted(Values.text(place)));
    }
    return element;
  }
}
