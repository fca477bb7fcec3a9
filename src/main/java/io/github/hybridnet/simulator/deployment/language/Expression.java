package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** A parsed expression. */
public sealed interface Expression {

  /** A string or an integer. */
  record Literal(JsonNode value) implements Expression {}

  /** A call of a function. */
  record Call(String function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A property of a value: {@code value.name}. */
  record Property(Expression of, String name) implements Expression {}

  /** An element of a value: {@code value[place]}. */
  record Element(Expression of, Expression place) implements Expression {}

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
