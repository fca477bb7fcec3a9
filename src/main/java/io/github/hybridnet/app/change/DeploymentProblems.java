package io.github.hybridnet.app.change;

import io.github.hybridnet.app.RemainingResources;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;

/** HN4010: a plan that was carried out in part. */
public final class DeploymentProblems {
  private DeploymentProblems() {}

  /** What failed, what was not tried, and what exists in Azure now. */
  public static UserException incomplete(EngineResult result, RemainingResources remaining) {
    List<String> existing = remaining.texts();
    String exists =
        StepFailureReport.line(
            "Existing in Azure: "
                + (existing.isEmpty() ? "no resource of this network" : ListText.commas(existing)));
    return new StepFailureReport(result.failures(), result.skipped())
        .problem(
            "HN4010",
            "The deployment is incomplete.",
            restored(result) + exists,
            "The next run continues from the existing resources");
  }

  /** What was removed before the failure: created again as it was, or not. */
  private static String restored(EngineResult result) {
    StringBuilder text = new StringBuilder();
    if (!result.rollback().again().isEmpty()) {
      text.append(
          StepFailureReport.line(
              "Created again as before: " + ListText.commas(result.rollback().again())));
    }
    result
        .rollback()
        .missing()
        .forEach(
            (key, reason) ->
                text.append(
                    StepFailureReport.line(
                        "Removed and not created again: " + key + ", because " + reason)));
    return text.toString();
  }
}
