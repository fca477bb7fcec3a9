package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.deployment.language.ExpressionParser;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.TemplateExpression;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Knows which expressions of a template have to do with the values of secure parameters. */
public final class SecretExpressions {
  private final Set<String> parameters = new HashSet<>();
  private final Set<String> variables = new HashSet<>();

  public SecretExpressions(JsonNode template) {
    for (Map.Entry<String, JsonNode> parameter : template.path("parameters").properties()) {
      if (ParameterType.of(parameter.getValue()).secure()) {
        parameters.add(lower(parameter.getKey()));
      }
    }
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, JsonNode> variable : template.path("variables").properties()) {
        grown |= inside(variable.getValue()) && variables.add(lower(variable.getKey()));
      }
    }
  }

  /** Whether the value of an expression may be, or hold, a secret. */
  public boolean touches(TemplateExpression templateExpression) {
    AtomicBoolean found = new AtomicBoolean();
    templateExpression.calls(
        call -> {
          if (secret(call)) {
            found.set(true);
          }
        });
    return found.get();
  }

  private boolean secret(TemplateExpression.Call call) {
    Set<String> names =
        switch (lower(call.function())) {
          case "parameters" -> parameters;
          case "variables" -> variables;
          default -> Set.of();
        };
    if (names.isEmpty() || call.arguments().isEmpty()) {
      return false;
    }
    // Which one a computed name means is not known here.
    return !(call.arguments().get(0) instanceof TemplateExpression.Literal literal)
        || names.contains(lower(literal.value().asText()));
  }

  private boolean inside(JsonNode node) {
    if (node.isTextual()) {
      try {
        return ExpressionParser.parse(node.textValue()).filter(this::touches).isPresent();
      } catch (TemplateException e) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (inside(child)) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
