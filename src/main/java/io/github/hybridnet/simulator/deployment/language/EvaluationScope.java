package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What surrounds an expression. Every method throws a {@link TemplateException} for the absent. */
public interface EvaluationScope {

  /** What the evaluation may still make, everything with this scope together. */
  EvaluationBudget budget();

  /** The value of a parameter. */
  JsonNode parameter(String name);

  /** The value of a variable. */
  JsonNode variable(String name);

  /** What {@code resourceGroup()} returns, with {@code id}, {@code name} and {@code location}. */
  ObjectNode resourceGroup();

  /** The object that {@code subscription()} returns. */
  ObjectNode subscription();

  /** The object that {@code deployment()} returns. */
  ObjectNode deployment();

  /** The object that {@code tenant()} returns. */
  ObjectNode tenant();

  /**
   * The state of a resource at run time.
   *
   * @param resource its name in the template, or its id
   * @param apiVersion the version to read it with; null: that of the template
   * @param full the whole resource instead of its properties
   */
  JsonNode reference(String resource, @Nullable String apiVersion, boolean full);
}
