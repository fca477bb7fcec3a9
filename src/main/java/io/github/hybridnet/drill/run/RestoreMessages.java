package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillRecord;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.ShellText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a restore says, and what is said about drills that were not finished. */
public final class RestoreMessages {
  /** The code that says that ExpressRoute could not be restored. */
  public static final String NOT_RESTORED = "HN5030";

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
  static DrillFinding notRestored(
      DisconnectAction action, int tries, Duration elapsed, String problem) {
    return new DrillFinding(
        NOT_RESTORED,
        "ExpressRoute may still be disconnected: the restore could not "
            + undo(action.method(), place(action.target()))
            + " ("
            + tries
            + (tries == 1 ? " try in " : " tries in ")
            + DurationText.text(elapsed)
            + "). The last try failed: "
            + problem
            + ".",
        "resolve what the last try failed with, and run mvn hybridnet:restore. To find locks: az"
            + " lock list --resource-group "
            + ShellText.quoted(action.target().resourceGroup())
            + ". If hybridnet:restore cannot be run, restore ExpressRoute by hand with the commands"
            + " below. A lock or a missing permission stops them too");
  }

  private static String undo(DisconnectMethod method, String target) {
    return switch (method) {
      case PEERING -> "enable the " + target + " again";
      case CONNECTION -> "create the " + target + " again";
      case SITE_SIMULATION -> "stop Azure's site failover test on the " + target;
    };
  }

  private static String place(ResourceKey target) {
    return target.quoted() + " in resource group '" + target.resourceGroup() + "'";
  }

  /** The last line when ExpressRoute is not restored: the code, the state, the command. */
  public static String stillDisconnected(String code) {
    return code + ": ExpressRoute may still be disconnected. Restore it now: mvn hybridnet:restore";
  }

  static DrillFinding removed(ResourceKey target) {
    return new DrillFinding(
        REMOVED,
        "The network has no ExpressRoute now: somebody removed the "
            + target.quoted()
            + ", which the drill disconnected"
            + parent(target.type())
            + ". There is nothing to restore.",
        "if the network needs ExpressRoute, create it again with hybridnet:create-circuit and"
            + " hybridnet:deploy-network. Otherwise do nothing");
  }

  private static String parent(ResourceType type) {
    return switch (type) {
      case PEERING -> ", and its circuit";
      case CONNECTION -> ", and its gateway";
      default -> "";
    };
  }

  static DrillFinding changedByOthers(ResourceKey target, List<String> changes) {
    return new DrillFinding(
        "HN5032",
        "ExpressRoute is restored, but the "
            + target.quoted()
            + " is not defined as it was before the drill. Others changed it during the drill, and"
            + " their changes were kept: "
            + String.join("; ", changes)
            + ".",
        "check whether these changes are intended. hybridnet:plan shows what differs from the"
            + " parameter files");
  }

  static DrillFinding notCompared(ResourceKey target, String problem) {
    return new DrillFinding(
        "HN5033",
        "ExpressRoute is restored, but the "
            + target.quoted()
            + " could not be compared with its definition before the drill: "
            + problem
            + ".",
        "run hybridnet:plan, which shows what differs from the parameter files");
  }

  /**
   * A try failed, and another follows.
   *
   * @param problem what it failed with; empty if that was the same as before
   */
  static String retrying(int tries, Duration elapsed, String problem, Duration pause) {
    return "ExpressRoute is not restored yet. Try "
        + tries
        + " failed after "
        + elapsed.toSeconds()
        + " s"
        + (problem.isEmpty() ? " for the same reason" : ": " + problem)
        + ". The next try is in "
        + pause.toSeconds()
        + " s.";
  }

  /** Azure shows nothing that would have to be restored, at the first look. */
  static String seemsConnected(ResourceKey target, Duration looks) {
    return "The "
        + target.quoted()
        + " does not seem to be disconnected. Azure may show an earlier state, so it is read again"
        + " for "
        + looks.toSeconds()
        + " s.";
  }

  private static String unfinished(DrillRecord record) {
    return "The failover drill "
        + record.id()
        + " on '"
        + record.machine()
        + "', which began at "
        + record.begin()
        + ", was not finished";
  }

  private static String disconnected(DrillRecord record) {
    return " (the "
        + record.target().quoted()
        + ", disconnected with the method '"
        + record.method().label()
        + "')";
  }

  static String restoring(DrillRecord record) {
    return unfinished(record)
        + ". ExpressRoute may be disconnected"
        + disconnected(record)
        + ". Restoring ExpressRoute.";
  }

  static String wouldBeRestored(DrillRecord record) {
    return "ExpressRoute may be disconnected"
        + disconnected(record)
        + ". "
        + unfinished(record)
        + ". To restore ExpressRoute, run mvn hybridnet:restore";
  }

  static String wouldBeSkipped(DrillRecord record, DrillFinding reason) {
    return unfinished(record) + ". hybridnet:restore would not restore it. " + reason.text();
  }

  static String wouldBeCleared(DrillRecord record) {
    return unfinished(record)
        + ", but it did not disconnect ExpressRoute. hybridnet:restore would remove its tags and"
        + " its file.";
  }

  static String readingClaim(DrillRecord record, Duration looks) {
    return "The tags of the failover drill "
        + record.id()
        + " on '"
        + record.machine()
        + "' say that it did not disconnect ExpressRoute. Azure may show an earlier state, so they"
        + " are read again for "
        + looks.toSeconds()
        + " s.";
  }

  static String clearing(DrillRecord record) {
    return "The failover drill "
        + record.id()
        + " on '"
        + record.machine()
        + "' did not disconnect ExpressRoute. Removing its tags and its file.";
  }

  static String running(String id) {
    return "The failover drill "
        + id
        + " is still running on this machine. This goal ends it, and it then fails.";
  }

  static String watching(ResourceKey group, Collection<String> ids, Duration length) {
    return "Tags of the "
        + group.quoted()
        + " record a failover drill of another machine ("
        + ListText.commas(ids)
        + "). Watching them for "
        + length.toSeconds()
        + " s to see whether that drill is still running.";
  }
}
