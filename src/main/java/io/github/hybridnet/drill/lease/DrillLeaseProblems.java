package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.text.FileFailureText;
import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.ShellText;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Problems with the records of drills, and with other drills that they show. */
public final class DrillLeaseProblems {
  /** The longest value that a tag can have. */
  private static final int LONGEST = 256;

  private static final String OTHER_VERSION =
      "if another version of the plugin wrote it, run that version: mvn"
          + " io.github.hybridnet:hybridnet-maven-plugin:VERSION:restore";

  /** From the disconnect of any drill to its restore. */
  private static final Duration LONGEST_DRILL = TimeLimits.MOST.multipliedBy(2);

  private DrillLeaseProblems() {}

  static UserException notWritten(Path file, Exception cause) {
    return UserException.unable(
        "HN5040",
        "The drill was not started, because the file '"
            + file
            + "' cannot be written ("
            + FileFailureText.reason(cause)
            + "). Without this file a killed drill could not be restored. Nothing was changed in"
            + " Azure.",
        "make '"
            + file.getParent()
            + "' a directory that this user may write, or set hybridnet.journalDirectory to another"
            + " one",
        cause);
  }

  /**
   * Another drill is running, or may be.
   *
   * @param what the predicate of the sentence, such as {@code is running}
   */
  public static UserException otherDrill(DrillRecord other, String what) {
    return UserException.refused(
        "HN5041",
        "Another failover drill "
            + what
            + ": "
            + other.id()
            + " on '"
            + other.machine()
            + "', which began at "
            + other.begin()
            + ". It disconnects ExpressRoute with the method '"
            + other.method().label()
            + "' (the "
            + other.target().quoted()
            + ").",
        "wait until that drill ends, and run the goal again. Whatever its parameters, it begins to"
            + " restore ExpressRoute at "
            + other.begin().plus(LONGEST_DRILL)
            + " at the latest. Run hybridnet:restore only to stop that drill now and restore"
            + " ExpressRoute");
  }

  /** A marker that is damaged, or that another version of this plugin has written. */
  public static DrillFinding notUnderstood(ResourceKey group, String id, String text) {
    Optional<String> format = DrillMarker.otherFormat(text);
    return new DrillFinding(
        "HN5042",
        "ExpressRoute may be disconnected by a failover drill whose record cannot be read. The "
            + group.quoted()
            + " has the tag '"
            + DrillMarker.tag(id)
            + "', with which this plugin records a drill. "
            + format
                .map(other -> "Another version of the plugin wrote it, in format " + other)
                .orElse("Its value is damaged")
            + ": '"
            + PrintableText.shortened(text, LONGEST)
            + "'. That drill may still be running. It was left as it is.",
        "run hybridnet:status. If ExpressRoute is disconnected and no build runs that drill any"
            + " more, restore ExpressRoute "
            + (format.isPresent()
                ? "with the version of the plugin that ran the drill (mvn"
                    + " io.github.hybridnet:hybridnet-maven-plugin:VERSION:restore), or without"
                    + " that version by hand"
                : "by hand")
            + ". Only when ExpressRoute is connected and no drill is running, remove the tags of"
            + " the drill ("
            + tagRemoval(group, id)
            + ")");
  }

  private static String tagRemoval(ResourceKey group, String id) {
    return "az group update --subscription "
        + group.subscriptionId()
        + " --name "
        + ShellText.quoted(group.name())
        + " --remove tags."
        + DrillMarker.tag(id)
        + " --remove tags."
        + DrillMarker.tag(id)
        + DrillMarker.TARGET;
  }

  /** A new drill does not start beside a marker that is not understood. */
  static UserException refused(DrillFinding finding) {
    return UserException.refused(finding.code(), finding.text(), finding.fix());
  }

  /**
   * ExpressRoute is not disconnected, but a record of the drill could not be removed.
   *
   * @param what the record, such as {@code its file 'x'}
   */
  static DrillFinding notRemoved(DrillRecord record, String what, String why) {
    return new DrillFinding(
        "HN5043",
        "ExpressRoute is not disconnected. The record of the failover drill "
            + record.id()
            + " is left, because "
            + what
            + " could not be removed: "
            + why
            + ".",
        "resolve the cause and run hybridnet:restore. Or remove " + what + " by hand");
  }

  /** What records a drill in Azure. */
  static String tags(DrillRecord record) {
    return "the tags '"
        + DrillMarker.tag(record.id())
        + "' and '"
        + DrillMarker.tag(record.id())
        + DrillMarker.TARGET
        + "' of the "
        + record.group().quoted();
  }

  static UserException notMarked(DrillRecord record, String why, Optional<Exception> cause) {
    return UserException.unable(
        "HN5044",
        "The drill was not started, because "
            + tags(record)
            + " could not be written: "
            + why
            + ". Other machines find the drill by these tags. ExpressRoute was not disconnected.",
        "give this identity the action Microsoft.Resources/tags/write on the group (the role Tag"
            + " Contributor has it). If the group has more than 48 tags, remove some: a drill needs"
            + " two",
        cause.orElse(null));
  }

  /** A local file that is damaged, or of another version. */
  static DrillFinding fileNotUnderstood(Path file) {
    return new DrillFinding(
        "HN5045",
        "ExpressRoute may be disconnected by a failover drill whose record cannot be read. The"
            + " file '"
            + file
            + "', in which this plugin records a drill, is damaged, or another version of the"
            + " plugin wrote it.",
        OTHER_VERSION
            + ". If the resource group still has the drill's tags, run hybridnet:restore on another"
            + " machine. Otherwise check with hybridnet:status whether ExpressRoute is"
            + " disconnected, restore it by hand, and delete the file");
  }

  /** Local records that cannot be read. */
  static DrillFinding filesNotReadable(Path place, IOException cause) {
    return new DrillFinding(
        "HN5046",
        "It is not known whether a failover drill of this machine is unfinished: '"
            + place
            + "', which holds the records of drills, cannot be read ("
            + FileFailureText.reason(cause)
            + ").",
        "make '"
            + place
            + "' readable, or set hybridnet.journalDirectory to the directory with the records,"
            + " and run hybridnet:restore");
  }

  /** The marker of a drill that this machine did not run, with a target that is not declared. */
  public static DrillFinding notOurs(DrillRecord record) {
    return new DrillFinding(
        "HN5070",
        unknownDrill(record)
            + " The parameter files do not contain that resource. Anybody who may write tags can"
            + " have written these, so nothing was changed.",
        "if the drill is yours, run hybridnet:restore with the parameter files of the drill, or on"
            + " '"
            + record.machine()
            + "'. If it is not yours, find out who wrote the tags, and remove them");
  }

  /** The marker of a drill without the signature that is required here. */
  public static DrillFinding notSigned(DrillRecord record) {
    return new DrillFinding(
        "HN5071",
        unknownDrill(record)
            + " The tags are not signed with the secret that is configured here, so nothing was"
            + " changed.",
        "if the drill is yours, run hybridnet:restore on '"
            + record.machine()
            + "', or with the secret of the drill. If it is not yours, find out who wrote the tags,"
            + " and remove them");
  }

  private static String unknownDrill(DrillRecord record) {
    return "ExpressRoute may be disconnected by a failover drill that this machine did not run: "
        + tags(record)
        + " say that a drill on '"
        + record.machine()
        + "' disconnected the "
        + record.target().quoted()
        + " in resource group '"
        + record.target().resourceGroup()
        + "'.";
  }
}
