package io.github.hybridnet.maven;

import io.github.hybridnet.text.PrintableText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure with its stack, causes and suppressed exceptions as it may be printed. Messages of
 * libraries quote what came from outside, and Maven prints them as they are with {@code -e} and
 * {@code -X}.
 */
final class PrintableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String shown;

  private PrintableException(Throwable failure) {
    super(shown(failure.getMessage()));
    String name = failure.getClass().getName();
    this.shown = failure.getMessage() == null ? name : name + ": " + getMessage();
    setStackTrace(failure.getStackTrace());
  }

  static PrintableException of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static PrintableException of(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    PrintableException printable = new PrintableException(failure);
    Throwable cause = failure.getCause();
    if (cause != null && !seen.contains(cause)) {
      printable.initCause(of(cause, seen));
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        printable.addSuppressed(of(suppressed, seen));
      }
    }
    return printable;
  }

  private static @Nullable String shown(@Nullable String message) {
    return message == null ? null : PrintableText.line(message);
  }

  /** The text of the original failure. */
  @Override
  public String toString() {
    return shown;
  }
}
