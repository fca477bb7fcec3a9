package io.github.hybridnet.maven.parameter;

import java.util.function.DoublePredicate;

/**
 * Parameters that are numbers. They are strings to Maven, so that a bad one gets a sentence of
 * ours.
 */
public final class NumberParameter {
  private NumberParameter() {}

  /** A TCP port; 0 for any free one. */
  static int port(String property, String value) {
    return (int)
        parse(
            property,
            value,
            "a port from 0 (any free one) to 65535",
            n -> n >= 0 && n <= 65535 && n == Math.rint(n));
  }

  /** How many simulated seconds pass in a second. */
  static double speed(String property, String value) {
    return parse(
        property,
        value,
        "a number from 0.001 to 1000000, 1 being real time",
        n -> n >= 0.001 && n <= 1_000_000);
  }

  /** A share in percent, from 0 to 100. */
  public static double percent(String property, String value) {
    String number = value.strip().replaceFirst("\\s*%$", "");
    return parse(property, number, "a number of percent from 0 to 100", n -> n >= 0 && n <= 100);
  }

  /** A whole number, positive or negative. */
  static long whole(String property, String value) {
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      throw ParameterProblems.notANumber(property, value, "a whole number");
    }
  }

  private static double parse(
      String property, String value, String allowed, DoublePredicate isAllowed) {
    try {
      double number = Double.parseDouble(value.strip());
      if (isAllowed.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence below: there is nothing more to say than the value.
    }
    throw ParameterProblems.notANumber(property, value, allowed);
  }
}
