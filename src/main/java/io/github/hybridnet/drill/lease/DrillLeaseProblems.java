package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.FileFailureText;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What journal and markers of drills say when they cannot do their work, or find another drill. */
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
            + "). Without it a drill that is killed could not be undone, so it was not begun.",
        "make its directory writable, or set hybridnet.journalDirectory; nothing was changed in"
            + " Azure",
        cause);
  }

  /** Another drill goes on, or may go on. */
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
            + ", with the lever "
            + other.method().label()
            + " on the "
            + other.target()
            + ".",
        "wait for its end and run the goal again; if it must end now, run hybridnet:restore, which"
            + " puts ExpressRoute back at once");
  }

  /** A marker that is damaged, or that a later version of this plugin has written. */
  public static DrillFinding notUnderstood(ResourceKey group, String id, String text) {
    return new DrillFinding(
        "HN5042",
        "The tag "
            + DrillMarker.tag(id)
            + " of the "
            + group
            + " tells of a failover drill, and is damaged or of another version: "
            + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text)
            + ".",
        "run hybridnet:restore of the version that has written it. Otherwise check whether"
            + " ExpressRoute is away, put it back by hand, and then remove the tag and the one that"
            + " ends with "
            + DrillMarker.TARGET);
  }

  /** A new drill does not begin beside a marker that nobody understands. */
  static UserException refused(DrillFinding drillFinding) {
    return UserException.refused(drillFinding.code(), drillFinding.text(), drillFinding.fix());
  }

  /** ExpressRoute is back or never was away, and what tells of the drill could not be removed. */
  static DrillFinding notRemoved(DrillRecord record, String what, String why) {
    return new DrillFinding(
        "HN5043",
        "ExpressRoute is not disconnected, but "
            + what
            + " of the drill could not be removed ("
            + why
            + ").",
        "run hybridnet:restore when that is mended, or remove the tags "
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
            + ", by which other machines would find the drill, could not be written: "
            + why
            + ".",
        "have the identity given the action Microsoft.Resources/tags/write on the group (Tag"
            + " Contributor has it) and fewer than 49 tags there; the lever was not moved",
        cause.orElse(null));
  }

  /** A local file that is damaged, or of another version. */
  public static DrillFinding fileNotUnderstood(Path file) {
    return new DrillFinding(
        "HN5045",
        "The file " + file + " tells of a failover drill, and is damaged or of another version.",
        "run hybridnet:restore of the version that has written it, or on another machine if the"
            + " resource group still has the drill's tags. Otherwise check whether ExpressRoute is"
            + " away, put it back by hand, and then delete the file");
  }

  /** Local records that cannot be read. */
  public static DrillFinding filesNotReadable(Path place, IOException cause) {
    return new DrillFinding(
        "HN5046",
        place
            + ", in which failover drills are written down, cannot be read ("
            + FileFailureText.reason(cause)
            + ").",
        "make it readable, or set hybridnet.journalDirectory, and run hybridnet:restore");
  }

  /** The marker of a drill whose target is not this network's, and of which this machine knows. */
  public static DrillFinding notOurs(DrillRecord record) {
    return new DrillFinding(
        "HN5070",
        "A tag of the "
            + record.group()
            + " says that the failover drill "
            + record.id()
            + " on "
            + record.machine()
            + " moved the "
            + record.target()
            + " in resource group "
            + record.target().resourceGroup()
            + ". The parameter files do not declare it, and this machine did not run that drill."
            + " Anybody who may write tags can have written this. Nothing was changed.",
        "if the drill is yours, run hybridnet:restore with its parameter files, or on "
            + record.machine()
            + ", or put ExpressRoute back by hand; if not, find out who wrote the tags "
            + DrillMarker.tag(record.id())
            + ", and remove them");
  }

  /** The marker of a drill without the signature that is demanded here. */
  public static DrillFinding notSigned(DrillRecord record) {
    return new DrillFinding(
        "HN5071",
        "The tags of the failover drill "
            + record.id()
            + " on the "
            + record.group()
            + " are not signed with the secret that is configured here, and this machine did not"
            + " run that drill. They say that it moved the "
            + record.target()
            + ". Nothing was changed.",
        "if the drill is yours, run hybridnet:restore on "
            + record.machine()
            + " or with the secret that the drill was run with, or put ExpressRoute back by hand;"
            + " if not, find out who wrote the tags "
            + DrillMarker.tag(record.id())
            + ", and remove them");
  }
}
