package io.github.hybridnet.app;

import io.github.hybridnet.text.FileFailureText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** HN4013: a file with results cannot be written. Each says what happened in Azure before. */
public final class OutputProblems {
  private OutputProblems() {}

  static UserException notWrittenAfterDeployment(Path file, Exception cause) {
    return notWritten(file, cause, "The deployed resources are not affected");
  }

  static UserException notWrittenAfterRemoval(Path file, Exception cause) {
    return notWritten(file, cause, "The removed resources stay removed");
  }

  /** The report of a goal that only reads. */
  public static UserException reportNotWritten(Path file, Exception cause) {
    return notWritten(file, cause, "Nothing was changed in Azure");
  }

  /** Found before the goal began. */
  static UserException notWritable(Path file) {
    return problem("The file '" + file + "' cannot be written.", "Nothing was changed", null);
  }

  private static UserException notWritten(Path file, Exception cause, String state) {
    return problem(
        "The file '" + file + "' could not be written: " + FileFailureText.reason(cause) + ".",
        state,
        cause);
  }

  private static UserException problem(String what, String state, @Nullable Exception cause) {
    return UserException.unable(
        "HN4013",
        what,
        "make the directory of the file writable, or set hybridnet.outputDirectory to another one. "
            + state,
        cause);
  }
}
