package io.github.hybridnet.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The values of Maven's properties, for placeholders in parameter files. */
final class Placeholders {
  private final PluginParameterExpressionEvaluator evaluator;

  Placeholders(MavenSession session, MojoExecution execution) {
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  /** The value of a property, or null when it has none. */
  @Nullable String value(String name) {
    try {
      Object value = evaluator.evaluate("${" + name + "}", String.class);
      return value instanceof String text && !text.equals("${" + name + "}") ? text : null;
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }
}
