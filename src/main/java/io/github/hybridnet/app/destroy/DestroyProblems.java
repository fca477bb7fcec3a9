package io.github.hybridnet.app.destroy;

import io.github.hybridnet.app.change.StepFailureReport;
import io.github.hybridnet.plan.destroy.RetainedResource;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code destroy} says when it stops. */
final class DestroyProblems {
  private static final String CONFIRM = "hybridnet.confirm";

  private DestroyProblems() {}

  static UserException unconfirmed(@Nullable String confirmed, String group) {
    String what =
        confirmed == null
            ? "The removal is not confirmed. Nothing was changed."
            : CONFIRM
                + " is '"
                + confirmed
                + "', but the resource group of this network is '"
                + group
                + "'. Nothing was changed.";
    return UserException.refused(
        "HN4030",
        what,
        "to remove what is listed above, set "
            + CONFIRM
            + "="
            + group
            + (confirmed == null
                ? ""
                : ". To remove the network in '"
                    + confirmed
                    + "', run the goal with the parameter files of that network"));
  }

  static UserException retained(List<RetainedResource> kept, boolean billed) {
    return UserException.refused(
        "HN4031",
        "Some resources could not be removed for the reasons listed above: "
            + ListText.commas(kept.stream().map(RetainedResource::key).toList())
            + ".",
        "remove what the reasons name, or ask its owner to do so, and run the goal again"
            + (billed ? ". The list above shows what costs money until then" : ""));
  }

  static UserException incomplete(StepFailureReport failures) {
    return failures.problem(
        "HN4032", "The removal is incomplete.", "", "The removed resources stay removed");
  }
}
