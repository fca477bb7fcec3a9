package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of the running goal's parameters: booleans, choices, durations and numbers. All
 * mistakes are reported at once, before anything is done. Maven treats everything except {@code
 * true} as false, which would turn a dry run into a real one.
 */
final class ParameterValueCheck {
  private static final Map<String, Consumer<String>> CHECKS = checks();

  private final PluginParameterExpressionEvaluator evaluator;
  private final @Nullable Xpp3Dom configuration;
  private final List<UserException> mistakes = new ArrayList<>();

  private ParameterValueCheck(MavenSession session, MojoExecution execution) {
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    this.configuration = execution.getConfiguration();
  }

  /** All values of parameters that cannot be used. */
  static List<UserException> mistakes(MavenSession session, MojoExecution execution) {
    ParameterValueCheck values = new ParameterValueCheck(session, execution);
    KnownParameters.of(List.of(execution.getMojoDescriptor())).all().forEach(values::check);
    return values.mistakes;
  }

  private void check(KnownParameters.KnownParameter parameter) {
    String value = value(parameter.element());
    if (value == null) {
      return;
    }
    try {
      if (parameter.isBoolean()) {
        requireBoolean(parameter, value);
      } else {
        CHECKS.getOrDefault(parameter.property(), any -> {}).accept(value);
      }
    } catch (UserException mistake) {
      mistakes.add(mistake);
    }
  }

  private static void requireBoolean(KnownParameters.KnownParameter parameter, String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      String name = parameter.property().isEmpty() ? parameter.element() : parameter.property();
      throw ParameterProblems.notABoolean(name, value);
    }
  }

  /** The checks by the parameter's property; each takes a value or fails. */
  private static Map<String, Consumer<String>> checks() {
    Map<String, Consumer<String>> checks = new HashMap<>();
    ChoiceParameter.ALL.forEach(choice -> checks.put(choice.property(), choice::parse));
    Stream.of(DurationParameter.values())
        .forEach(duration -> checks.put(duration.property(), duration::parse));
    checks.put(TimeoutsParameter.PROPERTY, TimeoutsParameter::parse);
    add(checks, "cloud", (name, value) -> requireCloud(new SourcedValue(value.strip(), name)));
    add(
        checks,
        "auth.type",
        (name, value) -> AuthType.parse(new SourcedValue(value.strip(), name)));
    add(checks, "simulator.port", NumberParameter::port);
    add(checks, "simulator.speed", NumberParameter::speed);
    add(checks, "simulator.seed", ParameterValueCheck::requireSeed);
    add(checks, "failover.minAvailability", NumberParameter::percent);
    return checks;
  }

  private static void add(
      Map<String, Consumer<String>> checks, String name, BiConsumer<String, String> check) {
    String property = KnownParameters.PREFIX + name;
    checks.put(property, value -> check.accept(property, value));
  }

  /** A blank value counts as unset. */
  private static void requireSeed(String property, String value) {
    if (!value.isBlank()) {
      var unused = NumberParameter.whole(property, value);
    }
  }

  private static void requireCloud(SourcedValue value) {
    if (!value.value().equalsIgnoreCase("simulator")) {
      var unused = CloudTarget.parse(value);
    }
  }

  /** The value as Maven gives it to the goal; null if there is none. */
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
