package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.deployment.language.CopyLoop;
import io.github.hybridnet.simulator.deployment.language.EvaluationBudget;
import io.github.hybridnet.simulator.deployment.language.EvaluationScope;
import io.github.hybridnet.simulator.deployment.language.LoopTurns;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.TemplateValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the expressions of one template see. Variables are evaluated when they are asked for. */
public final class TemplateScope implements EvaluationScope {
  private final DeploymentContext deploymentContext;
  private final JsonNode variables;
  private final ParameterSource parameters;
  private final References references;
  private final EvaluationBudget evaluationBudget = new EvaluationBudget();
  private final Map<String, JsonNode> known = new HashMap<>();
  private final Set<String> underway = new HashSet<>();

  /** Where the values of parameters come from. */
  @FunctionalInterface
  public interface ParameterSource {
    JsonNode value(String name, TemplateEvaluator templateEvaluator);
  }

  /** Where the states of resources come from. */
  @FunctionalInterface
  public interface References {
    JsonNode read(String resource, @Nullable String apiVersion, boolean full);
  }

  public TemplateScope(
      DeploymentContext deploymentContext,
      JsonNode template,
      ParameterSource parameters,
      References references) {
    this.deploymentContext = deploymentContext;
    this.variables = template.path("variables");
    this.parameters = parameters;
    this.references = references;
  }

  /** Of what is determined before anything is deployed: resources have no state yet. */
  public static JsonNode noReference(String resource, @Nullable String apiVersion, boolean full) {
    throw new TemplateException(
        "The template function 'reference' is not expected at this location. Please see"
            + " https://aka.ms/arm-functions for usage details.");
  }

  /** Evaluates outside of loops. */
  public TemplateEvaluator evaluator() {
    return new TemplateEvaluator(this, LoopTurns.NONE);
  }

  @Override
  public EvaluationBudget budget() {
    return evaluationBudget;
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
        TemplateValues.member(variables, name)
            .orElseThrow(
                () ->
                    new TemplateException(
                        "The template variable '%s' is not found. Please see".formatted(name)
                            + " https://aka.ms/arm-syntax-variables for usage details."));
    return evaluator().evaluate(variable);
  }

  @Override
  public ObjectNode resourceGroup() {
    return deploymentContext.resourceGroup();
  }

  @Override
  public ObjectNode subscription() {
    return deploymentContext.subscription();
  }

  @Override
  public ObjectNode deployment() {
    return deploymentContext.deployment();
  }

  @Override
  public ObjectNode tenant() {
    return deploymentContext.tenant();
  }

  @Override
  public JsonNode reference(String resource, @Nullable String apiVersion, boolean full) {
    return references.read(resource, apiVersion, full);
  }
}
