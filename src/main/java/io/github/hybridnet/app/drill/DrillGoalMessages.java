package io.github.hybridnet.app.drill;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.text.ListText;
import java.util.List;

/** The lines that {@code test-failover}, {@code restore} and {@code verify-drill} show. */
final class DrillGoalMessages {
  static final String NOT_RUN_AGAIN =
      "The failover drill was not run. An earlier drill of this build failed, and verify-drill"
          + " needs its result.";

  static final String FAILURE_KEPT =
      "The build continues. The goal verify-drill fails it after destroy has run.";

  /** After unfinished drills were undone. */
  static final String CONTINUING = "Continuing with this goal.";

  static final String RESULT_OF_EARLIER_BUILD =
      "test-failover did not run in this build. The result is from an earlier build.";

  private DrillGoalMessages() {}

  static String noUnfinishedDrill(String group) {
    return "Resource group " + group + " has no unfinished failover drill.";
  }

  static String nothingRestored(String group, List<String> removed) {
    return removed.isEmpty()
        ? noUnfinishedDrill(group) + " Nothing was changed."
        : "No failover drill of resource group "
            + group
            + " has disconnected ExpressRoute. The records of "
            + ListText.commas(removed)
            + " were removed. Nothing else was changed.";
  }

  static String restored(boolean wasDisconnected) {
    return wasDisconnected
        ? "ExpressRoute is restored."
        : "ExpressRoute was not disconnected any more. The drill's records were removed.";
  }

  static String waitingForConnection(ResourceKey connection, String state) {
    return "Waiting for the " + connection + " to be Connected. It is " + state + ".";
  }

  static String connected(ResourceKey connection, String state) {
    return "The " + connection + " is " + state + ".";
  }

  /** About a result of a run that disconnected nothing, such as {@code a dry run}. */
  static String nothingTested(String drill, String run) {
    return "The result "
        + drill
        + " is from "
        + run
        + ". ExpressRoute was not disconnected, so no failover was tested.";
  }
}
