package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** A parsed expression of the template language. */
public sealed interface TemplateExpression {

  /** A string or an integer. */
  record Literal(JsonNode value) implements TemplateExpression {}

  /** A call of a function. */
  record Call(String function, List<TemplateExpression> arguments) implements TemplateExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A property of a value: {@code value.name}. */
  record Property(TemplateExpression of, String name) implements TemplateExpression {}

  /** An element of a value: {@code value[place]}. */
  record Element(TemplateExpression of, TemplateExpression place) implements TemplateExpression {}

  /** Visits every call in this expression, the outer ones first. */
  default void calls(Consumer<Call> visitor) {
    if (this instanceof Call call) {
      visitor.accept(call);
      call.arguments().forEach(argument -> argument.calls(visitor));
    } else if (this instanceof Property property) {
      property.of().calls(visitor);
    } else if (this instanceof Element element) {
      element.of().calls(visitor);
      element.place().calls(visitor);
    }
  }
}
