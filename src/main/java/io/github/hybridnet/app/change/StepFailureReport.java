package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Map;

/**
 * The steps of a run that failed, as the one failure that the goal ends with.
 *
 * @param failures what could not be written or removed, and Azure's answer
 * @param skipped what was not tried because of that
 */
public record StepFailureReport(
    Map<ResourceKey, CloudException> failures, List<ResourceKey> skipped) {

  /**
   * The failure; Azure's answers are attached for debug output.
   *
   * @param summary what was not completed, as a sentence
   * @param details further lines, each with its line break in front
   * @param state what the run has left, as a sentence without its full stop
   */
  public UserException problem(String code, String summary, String details, String state) {
    UserException problem =
        UserException.unable(
            code, summary + causes() + untried() + details, fix() + ". " + state, null);
    failures.values().forEach(problem::addSuppressed);
    return problem;
  }

  private String causes() {
    return ListText.indentedLines(
        failures.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue().inWords()).toList());
  }

  private String untried() {
    return skipped.isEmpty() ? "" : line("Not tried because of that: " + ListText.commas(skipped));
  }

  private String fix() {
    return failures.values().stream().anyMatch(f -> f.kind() == CloudException.Kind.TIMED_OUT)
        ? "an operation is still running in Azure. Run the goal again, which waits for the"
            + " operation to end"
        : "fix what Azure reports and run the goal again";
  }

  static String line(String text) {
    return ListText.indentedLines(List.of(text));
  }
}
