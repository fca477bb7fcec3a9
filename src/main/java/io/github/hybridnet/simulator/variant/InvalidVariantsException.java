package io.github.hybridnet.simulator.variant;

import java.util.List;

/** Names or values of variants that do not exist. */
public final class InvalidVariantsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidVariantsException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each mistake in a sentence without its full stop. */
  public List<String> problems() {
    return problems;
  }
}
