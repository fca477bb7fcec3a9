package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.language.Budget;
import io.github.hybridnet.simulator.deployment.language.CopyLoop;
import io.github.hybridnet.simulator.deployment.language.Evaluator;
import io.github.hybridnet.simulator.deployment.language.Loops;
import io.github.hybridnet.simulator.deployment.language.Scope;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the expressions of one template see. Variables are evaluated when they are asked for. */
final class TemplateScope implements Scope {
  private final Surroundings surroundings;
  private final JsonNode variables;
  private final ParameterSource parameters;
  private final References references;
  private final Budget budget = new Budget();
  private final Map<String, JsonNode> known = new HashMap<>();
  private final Set<String> underway = new HashSet<>();

  /** Where the values of parameters come from. */
  @FunctionalInterface
  interface ParameterSource {
    JsonNode value(String name, Evaluator evaluator);
  }

  /** Where the states of resources come from. */
  @FunctionalInterface
  interface References {
    JsonNode read(String resource, @Nullable String apiVersion, boolean full);
  }

  TemplateScope(
      Surroundings surroundings,
      JsonNode template,
      ParameterSource parameters,
      References references) {
    this.surroundings = surroundings;
    this.variables = template.path("variables");
    this.parameters = parameters;
    this.references = references;
  }

  /** Of what is determined before anything is deployed: resources have no state yet. */
  static JsonNode noReference(String resource, @Nullable String apiVersion, boolean full) {
    throw new TemplateException(
        "The template function 'reference' is not expected at this location. Please see"
            + " https://aka.ms/arm-functions for usage details.");
  }

  /** Evaluates outside of loops. */
  Evaluator evaluator() {
    return new Evaluator(this, Loops.NONE);
  }

  @Override
  public Budget budget() {
    return budget;
  }

  @Override
  public JsonNode parameter(String name) {
    return parameters.value(name, evaluator());
  }

  @Override
  public JsonNode variable(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    JsonNode value = known.get(key);
    if (value != null) {
      return value;
    }
    if (!underway.add(key)) {
      throw new TemplateException("The template variable '%s' depends on itself.".formatted(name));
    }
    JsonNode evaluated = evaluated(name);
    known.put(key, evaluated);
    return evaluated;
  }

  private JsonNode evaluated(String name) {
    for (JsonNode loop : variables.path(CopyLoop.MEMBER)) {
      if (loop.path("name").asText().equalsIgnoreCase(name)) {
        return CopyLoop.of(loop, "input", evaluator()).values(loop.path("input"));
      }
    }
    JsonNode variable =
        Values.member(variables, name)
            .orElseThrow(
                () ->
                    new TemplateException(
                        "The template variable '%s' is not found. Please see".formatted(name)
                            + " https://aka.ms/arm-syntax-variables for usage details."));
    return evaluator().evaluate(variable);
  }

  @Override
  public ObjectNode resourceGroup() {
    return surroundings.resourceGroup();
  }

  @Override
  public ObjectNode subscription() {
    return surroundings.subscription();
  }

  @Override
  public ObjectNode deployment() {
    return surroundings.deployment();
  }

  @Override
  public ObjectNode tenant() {
    return surroundings.tenant();
  }

  @Override
  public JsonNode reference(String resource, @Nullable String apiVersion, boolean full) {
    return references.read(resource, apiVersion, full);
  }
}
