package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;

/** A rule that says the same number and source in each of its findings. */
public abstract class NumberedRule implements ValidationRule {
  private final String id;
  private final String sentence;
  private final String source;

  /**
   * Creates the rule.
   *
   * @param id such as {@code HN2010}
   * @param sentence what must hold
   * @param source where that is written
   */
  protected NumberedRule(String id, String sentence, String source) {
    this.id = id;
    this.sentence = sentence;
    this.source = source;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String sentence() {
    return sentence;
  }

  @Override
  public final String source() {
    return source;
  }

  /** A finding that makes the declaration undeployable or useless. */
  protected final Finding error(String message, SourceLocation sourceLocation, String fix) {
    return finding(Severity.ERROR, message, sourceLocation, fix);
  }

  /** A finding that the user should know of. */
  protected final Finding warning(String message, SourceLocation sourceLocation, String fix) {
    return finding(Severity.WARNING, message, sourceLocation, fix);
  }

  /** A finding of that severity. */
  protected final Finding finding(
      Severity severity, String message, SourceLocation sourceLocation, String fix) {
    return new Finding(id, severity, message, sourceLocation, fix, source);
  }
}
