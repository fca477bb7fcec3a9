package io.github.hybridnet.maven;

import io.github.hybridnet.azure.AuthType;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.model.HybridnetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The values of the running goal's parameters that are true or false, or one of a few words. Maven
 * takes whatever is not {@code true} for false, which makes a real run of a dry one.
 */
final class ParameterValues {
  private static final String CLOUD = KnownParameters.PREFIX + "cloud";
  private static final String AUTH_TYPE = KnownParameters.PREFIX + "auth.type";

  private static final Map<String, Consumer<String>> WORDS =
      ChoiceParameter.ALL.stream()
          .collect(Collectors.toMap(ChoiceParameter::property, choice -> choice::parse));

  private final PluginParameterExpressionEvaluator evaluator;
  private final @Nullable Xpp3Dom configuration;
  private final List<HybridnetException> mistakes = new ArrayList<>();

  private ParameterValues(MavenSession session, MojoExecution execution) {
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    this.configuration = execution.getConfiguration();
  }

  /** All mistakes in them. */
  static List<HybridnetException> mistakes(MavenSession session, MojoExecution execution) {
    ParameterValues values = new ParameterValues(session, execution);
    KnownParameters.of(List.of(execution.getMojoDescriptor())).all().forEach(values::check);
    return values.mistakes;
  }

  private void check(KnownParameters.Known parameter) {
    String value = value(parameter.element());
    if (value == null) {
      return;
    }
    try {
      if (parameter.isBoolean()) {
        requireBoolean(parameter, value);
      } else {
        requireWord(parameter.property(), value);
      }
    } catch (HybridnetException mistake) {
      mistakes.add(mistake);
    }
  }

  private static void requireBoolean(KnownParameters.Known parameter, String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      String name = parameter.property().isEmpty() ? parameter.element() : parameter.property();
      throw ParameterProblems.notABoolean(name, value);
    }
  }

  private static void requireWord(String property, String value) {
    if (property.equals(CLOUD)) {
      requireCloud(new Sourced(value.strip(), property));
    } else if (property.equals(AUTH_TYPE)) {
      var unused = AuthType.parse(new Sourced(value.strip(), property));
    } else if (WORDS.containsKey(property)) {
      WORDS.get(property).accept(value);
    }
  }

  private static void requireCloud(Sourced value) {
    if (!value.value().equalsIgnoreCase("simulator")) {
      var unused = CloudTarget.parse(value);
    }
  }

  /** As Maven gives it to the goal; null where nothing says it. */
  private @Nullable String value(String element) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(element);
    if (child == null) {
      return null;
    }
    String value = evaluated(child.getValue());
    return value == null ? evaluated(child.getAttribute("default-value")) : value;
  }

  private @Nullable String evaluated(@Nullable String expression) {
    try {
      Object value = expression == null ? null : evaluator.evaluate(expression, String.class);
      return value == null ? null : value.toString();
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }
}
