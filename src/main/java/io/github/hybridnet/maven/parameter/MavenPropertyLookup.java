package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.config.ValueLookup;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** The values of Maven's properties, for placeholders in parameter files. */
public final class MavenPropertyLookup implements ValueLookup {
  /** Fewer characters are no secret, and equal by chance. */
  private static final int SHORTEST = 6;

  private final MavenSession session;
  private final PluginParameterExpressionEvaluator evaluator;
  private final Set<String> ofEnvironment;

  public MavenPropertyLookup(
      MavenSession session, MojoExecution execution, Map<String, String> environment) {
    this.session = session;
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    this.ofEnvironment =
        environment.values().stream()
            .filter(value -> value.strip().length() >= SHORTEST)
            .collect(Collectors.toSet());
  }

  /** The value of a property, or null when it has none. */
  @Override
  public @Nullable String find(String name) {
    try {
      Object value = evaluator.evaluate("${" + name + "}", String.class);
      return value instanceof String text && !text.equals("${" + name + "}") ? text : null;
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }

  /** A property of the POM or of the command line may only pass a variable on. */
  @Override
  public boolean isOfEnvironment(String name) {
    return ofEnvironment.contains(String.valueOf(find(name)));
  }

  /** Settings hold passwords, also as properties of their profiles; the session leads to them. */
  @Override
  public boolean isHidden(String name) {
    return name.startsWith("settings.")
        || name.startsWith("session.")
        || session.getSettings().getProfiles().stream()
            .map(profile -> profile.getProperties().getProperty(name))
            .anyMatch(value -> value != null && value.equals(find(name)));
  }
}
