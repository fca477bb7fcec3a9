package io.github.hybridnet.app.drill;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.text.ListText;
import java.time.Duration;
import java.util.List;

/** The lines that {@code test-failover}, {@code restore} and {@code verify-drill} show. */
final class DrillGoalMessages {
  static final String NOT_RUN_AGAIN =
      "The failover drill was not run. An earlier drill of this build failed, and its result is"
          + " kept for verify-drill.";

  static final String FAILURE_KEPT =
      "The build continues. The goal verify-drill fails it after destroy has run.";

  /** After unfinished drills were undone. */
  static final String CONTINUING = "Continuing with this goal.";

  static final String RESULT_OF_EARLIER_BUILD =
      "test-failover did not run in this build. The result below is from an earlier build.";

  /** After the tags were looked for in vain. */
  static final String DISCONNECTED_WITHOUT_DRILL =
      "ExpressRoute is disconnected, but Azure did not report a failover drill that did it. If a"
          + " drill did, its journal is on the machine that ran it: run hybridnet:restore there."
          + " Otherwise restore ExpressRoute by hand.";

  private DrillGoalMessages() {}

  static String lookingForTags(Duration time) {
    return "ExpressRoute is disconnected, but Azure shows no unfinished failover drill. Azure may"
        + " show the tags of a drill late, so they are looked for during "
        + time.toSeconds()
        + " s.";
  }

  static String noUnfinishedDrill(String group) {
    return "The resource group '" + group + "' has no unfinished failover drill.";
  }

  static String nothingRestored(String group, List<String> removed) {
    return removed.isEmpty()
        ? noUnfinishedDrill(group) + " Nothing was changed."
        : "No failover drill of the resource group '"
            + group
            + "' has disconnected ExpressRoute. The records of these drills were removed: "
            + ListText.commas(removed)
            + ". Nothing else was changed.";
  }

  static String restored(boolean wasDisconnected) {
    return wasDisconnected
        ? "The configuration of ExpressRoute is restored."
        : "ExpressRoute was no longer disconnected. The drill's records were removed.";
  }

  static String waitingForConnection(ResourceKey connection, String state) {
    return "Waiting until the "
        + connection.quoted()
        + " is 'Connected'. It is still "
        + state
        + ".";
  }

  static String connected(ResourceKey connection, String state) {
    return "The " + connection.quoted() + " is " + state + ".";
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
