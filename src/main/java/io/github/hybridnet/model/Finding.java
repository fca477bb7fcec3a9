package io.github.hybridnet.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in what the user declared.
 *
 * @param code the number that documentation and suppressions use, such as {@code HN1042}
 * @param severity error, warning or information
 * @param message what is wrong, with the resource and the value; never a secret
 * @param place where it was written
 * @param fix what to do
 * @param source the document, or the recorded behaviour of the service, that the finding rests on
 */
public record Finding(
    String code,
    Severity severity,
    String message,
    SourceLocation place,
    String fix,
    @Nullable String source) {
  /** By file, line, column and code. */
  public static final Comparator<Finding> BY_LOCATION =
      Comparator.comparing((Finding f) -> f.place().file())
          .thenComparing(f -> f.place().line())
          .thenComparing(f -> f.place().column())
          .thenComparing(Finding::code);
}
