package io.github.hybridnet.simulator.fault;

import java.util.List;

/** Rules that cannot be understood. */
public final class InvalidRulesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Something that is wrong.
   *
   * @param pointer the JSON pointer of the place; empty text for the whole document
   * @param place line and column, if they are known, or empty text
   * @param text what is wrong there
   */
  public record Problem(String pointer, String place, String text) {
    @Override
    public String toString() {
      String where = (place + " " + pointer).strip();
      return where.isEmpty() ? text : where + ": " + text;
    }
  }

  InvalidRulesException(List<Problem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
