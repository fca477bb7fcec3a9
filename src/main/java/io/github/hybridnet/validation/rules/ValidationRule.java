package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import java.util.List;

/**
 * One thing that must hold of a network, with the document or observation that says so. All its
 * findings have its number and its source.
 */
public abstract class ValidationRule {
  private final String id;
  private final String sentence;
  private final String source;

  /**
   * Creates the rule with what documents it.
   *
   * @param id such as {@code HN2010}
   * @param sentence what must hold
   * @param source where that is written
   */
  protected ValidationRule(String id, String sentence, String source) {
    this.id = id;
    this.sentence = sentence;
    this.source = source;
  }

  /** The number, such as {@code HN2010}; the code of its findings. */
  public final String id() {
    return id;
  }

  /** What must hold, in one sentence. */
  public final String sentence() {
    return sentence;
  }

  /** Where that is written. */
  public final String source() {
    return source;
  }

  /** What does not hold; empty for a network that obeys, or that lacks what the rule is about. */
  public abstract List<Finding> check(RuleContext context);

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
