package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillRecord;
import io.github.hybridnet.text.ListText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a restore says, and what is said about drills that were not finished. */
final class RestoreMessages {
  /** The code that says that ExpressRoute could not be restored. */
  static final String NOT_RESTORED = "HN5030";

  /** The code that says that there is nothing left to restore. */
  static final String REMOVED = "HN5034";

  private RestoreMessages() {}

  /**
   * The restore was given up.
   *
   * @param tries how often it was tried
   * @param elapsed for how long
   * @param problem what the last try failed with
   */
  static DrillFinding notRestored(ResourceKey target, int tries, Duration elapsed, String problem) {
    return new DrillFinding(
        NOT_RESTORED,
        "ExpressRoute could not be restored and may still be disconnected: the "
            + target
            + " (resource group "
            + target.resourceGroup()
            + ") was not restored, after "
            + tries
            + (tries == 1 ? " try in " : " tries in ")
            + text(elapsed)
            + ". The last try failed with "
            + problem
            + ".",
        "resolve what Azure names and run hybridnet:restore, or restore ExpressRoute by hand:");
  }

  private static String text(Duration duration) {
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  static String stillDisconnected(String code) {
    return code + ": ExpressRoute is still disconnected; restore it by hand now.";
  }

  static DrillFinding removed(ResourceKey target) {
    return new DrillFinding(
        REMOVED,
        "The "
            + target
            + ", which the drill disconnected, was removed with everything that it belongs to."
            + " There is nothing to restore.",
        "no action is needed; hybridnet:deploy-network creates it again");
  }

  static DrillFinding changedByOthers(ResourceKey target, List<String> changes) {
    return new DrillFinding(
        "HN5032",
        "The "
            + target
            + " is not defined as it was before the drill. What others changed during the drill"
            + " was kept: "
            + String.join("; ", changes)
            + ".",
        "check whether these changes are intended; hybridnet:plan shows what differs from the"
            + " declaration");
  }

  static DrillFinding notCompared(ResourceKey target, String problem) {
    return new DrillFinding(
        "HN5033",
        "The "
            + target
            + " could not be compared with its definition before the drill: "
            + problem
            + ".",
        "check it with hybridnet:status");
  }

  static String retrying(int tries, Duration elapsed, String problem, Duration pause) {
    return "ExpressRoute is not restored yet after try "
        + tries
        + " ("
        + elapsed.toSeconds()
        + " s): "
        + problem
        + ". The next try is in "
        + pause.toSeconds()
        + " s.";
  }

  private static String unfinished(DrillRecord record) {
    return "The failover drill "
        + record.id()
        + " on "
        + record.machine()
        + ", begun "
        + record.begin()
        + ", was not finished";
  }

  private static String disconnected(DrillRecord record) {
    return " (" + record.target() + ", disconnected by " + record.method().label() + ").";
  }

  static String restoring(DrillRecord record) {
    return unfinished(record) + ". Restoring ExpressRoute" + disconnected(record);
  }

  static String wouldBeRestored(DrillRecord record) {
    return unfinished(record) + ". ExpressRoute would be restored" + disconnected(record);
  }

  static String wouldBeSkipped(DrillRecord record, DrillFinding reason) {
    return unfinished(record) + ". It would not be restored. " + reason.text();
  }

  static String wouldBeCleared(DrillRecord record) {
    return unfinished(record)
        + ". It did not disconnect ExpressRoute. Its tags and its file would be removed.";
  }

  static String clearing(DrillRecord record) {
    return "The failover drill "
        + record.id()
        + " on "
        + record.machine()
        + " did not disconnect ExpressRoute. Removing its tags and its file.";
  }

  static String running(String id) {
    return "The failover drill " + id + " is still running on this machine.";
  }

  static String watching(ResourceKey group, Collection<String> ids, Duration length) {
    return "The tags of the "
        + group
        + " show a failover drill of another machine ("
        + ListText.commas(ids)
        + "). Watching for "
        + length.toSeconds()
        + " s whether it is still running.";
  }
}
