package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.drill.api.DisconnectMethod;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter with a few allowed values.
 *
 * @param property its property
 * @param choices the values, in lower case
 */
public record ChoiceParameter(String property, List<String> choices) {
  public static final ChoiceParameter GATEWAYS = of("gateways", "parallel", "serial");
  public static final ChoiceParameter DISCONNECT =
      of(
          "failover.disconnect",
          Stream.concat(
                  Stream.of("auto"),
                  Stream.of(DisconnectMethod.values()).map(DisconnectMethod::label))
              .toArray(String[]::new));
  static final ChoiceParameter PROVIDER = of("simulator.provider", "auto", "manual");
  static final ChoiceParameter DURATION_MODEL = of("simulator.durationModel", "fixed", "recorded");
  static final ChoiceParameter CLOCK = of("simulator.clock", "running", "manual");

  /** All of them, so that all mistakes can be reported at once. */
  static final List<ChoiceParameter> ALL =
      List.of(GATEWAYS, DISCONNECT, PROVIDER, DURATION_MODEL, CLOCK);

  private static ChoiceParameter of(String name, String... choices) {
    return new ChoiceParameter(KnownParameters.PREFIX + name, List.of(choices));
  }

  /**
   * The choice, without regard to case.
   *
   * @throws io.github.hybridnet.text.UserException HN1902 for anything else
   */
  public String parse(String value) {
    return choices.stream()
        .filter(c -> c.equalsIgnoreCase(value.strip()))
        .findFirst()
        .orElseThrow(() -> ParameterProblems.notAChoice(property, value, choices));
  }
}
