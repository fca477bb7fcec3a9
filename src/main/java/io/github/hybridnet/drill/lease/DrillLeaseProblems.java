package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.FileFailureText;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Problems with the records of drills, and with other drills that they show. */
public final class DrillLeaseProblems {
  /** The longest value that a tag can have. */
  private static final int LONGEST = 256;

  private DrillLeaseProblems() {}

  static UserException notWritten(Path file, Exception cause) {
    return UserException.unable(
        "HN5040",
        "The file "
            + file
            + " cannot be written ("
            + FileFailureText.reason(cause)
            + "). Without it a killed drill could not be restored, so the drill was not"
            + " started.",
        "make its directory writable, or set hybridnet.journalDirectory; nothing was changed in"
            + " Azure",
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
            + " on "
            + other.machine()
            + ", begun "
            + other.begin()
            + ". It disconnects ExpressRoute by "
            + other.method().label()
            + " ("
            + other.target()
            + ").",
        "wait until it ends and run the goal again; to end it now, run hybridnet:restore, which"
            + " restores ExpressRoute at once");
  }

  /** A marker that is damaged, or that a later version of this plugin has written. */
  public static DrillFinding notUnderstood(ResourceKey group, String id, String text) {
    return new DrillFinding(
        "HN5042",
        "The tag "
            + DrillMarker.tag(id)
            + " of the "
            + group
            + " records a failover drill. It is damaged or was written by another version: "
            + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text)
            + ".",
        "run hybridnet:restore with the version that wrote it. Otherwise check whether"
            + " ExpressRoute is disconnected, restore it by hand, and then remove the tag and the"
            + " one that ends with "
            + DrillMarker.TARGET);
  }

  /** A new drill does not start beside a marker that is not understood. */
  static UserException refused(DrillFinding drillFinding) {
    return UserException.refused(drillFinding.code(), drillFinding.text(), drillFinding.fix());
  }

  /** ExpressRoute is not disconnected, but a record of the drill could not be removed. */
  static DrillFinding notRemoved(DrillRecord record, String what, String why) {
    return new DrillFinding(
        "HN5043",
        "ExpressRoute is not disconnected, but "
            + what
            + " of the drill could not be removed ("
            + why
            + ").",
        "resolve the cause and run hybridnet:restore, or remove the tags "
            + DrillMarker.tag(record.id())
            + " and "
            + DrillMarker.tag(record.id())
            + DrillMarker.TARGET
            + " of the "
            + record.group());
  }

  static UserException notMarked(DrillRecord record, String why, Optional<Exception> cause) {
    return UserException.unable(
        "HN5044",
        "The tags "
            + DrillMarker.tag(record.id())
            + " of the "
            + record.group()
            + ", by which other machines find the drill, could not be written: "
            + why
            + ".",
        "give the identity the action Microsoft.Resources/tags/write on the group (Tag Contributor"
            + " has it), and keep fewer than 49 tags there; ExpressRoute was not disconnected",
        cause.orElse(null));
  }

  /** A local file that is damaged, or of another version. */
  public static DrillFinding fileNotUnderstood(Path file) {
    return new DrillFinding(
        "HN5045",
        "The file "
            + file
            + " records a failover drill. It is damaged or was written by another version.",
        "run hybridnet:restore with the version that wrote it, or on another machine if the"
            + " resource group still has the drill's tags. Otherwise check whether ExpressRoute is"
            + " disconnected, restore it by hand, and then delete the file");
  }

  /** Local records that cannot be read. */
  public static DrillFinding filesNotReadable(Path place, IOException cause) {
    return new DrillFinding(
        "HN5046",
        place
            + ", which holds the records of failover drills, cannot be read ("
            + FileFailureText.reason(cause)
            + ").",
        "make it readable, or set hybridnet.journalDirectory, and run hybridnet:restore");
  }

  /** The marker of a drill that this machine did not run, with a target that is not declared. */
  public static DrillFinding notOurs(DrillRecord record) {
    return new DrillFinding(
        "HN5070",
        "A tag of the "
            + record.group()
            + " says that the failover drill "
            + record.id()
            + " on "
            + record.machine()
            + " disconnected the "
            + record.target()
            + " in resource group "
            + record.target().resourceGroup()
            + ". The parameter files do not declare it, and this machine did not run that drill."
            + " Anybody who may write tags can have written this. Nothing was changed.",
        "if the drill is yours, run hybridnet:restore with its parameter files, or on "
            + record.machine()
            + ", or restore ExpressRoute by hand; if not, find out who wrote the tags "
            + DrillMarker.tag(record.id())
            + ", and remove them");
  }

  /** The marker of a drill without the signature that is required here. */
  public static DrillFinding notSigned(DrillRecord record) {
    return new DrillFinding(
        "HN5071",
        "The tags of the failover drill "
            + record.id()
            + " on the "
            + record.group()
            + " are not signed with the secret that is configured here, and this machine did not"
            + " run that drill. They say that it disconnected the "
            + record.target()
            + ". Nothing was changed.",
        "if the drill is yours, run hybridnet:restore on "
            + record.machine()
            + " or with the secret that the drill was run with, or restore ExpressRoute by hand;"
            + " if not, find out who wrote the tags "
            + DrillMarker.tag(record.id())
            + ", and remove them");
  }
}
