package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.text.UserException;

/** Compares the whole text of a failure, as users read it. */
public final class ProblemAssertions {
  private ProblemAssertions() {}

  /** The failure says exactly these lines, and Maven is given no cause to print. */
  public static void says(UserException problem, String... lines) {
    assertThat(problem).hasMessage(String.join(System.lineSeparator(), lines)).hasNoCause();
  }
}
