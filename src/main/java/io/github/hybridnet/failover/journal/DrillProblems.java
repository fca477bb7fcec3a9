package io.github.hybridnet.failover.journal;

import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What journal and markers of drills say when they cannot do their work, or find another drill. */
public final class DrillProblems {
  private DrillProblems() {}

  static HybridnetException notWritten(Path file, Exception cause) {
    return HybridnetException.unable(
        "HN5040",
        "The file "
            + file
            + " cannot be written ("
            + cause.getMessage()
            + "). Without it a drill that is killed could not be undone, so it was not begun.",
        "make its directory writable, or set hybridnet.journalDirectory; nothing was changed in"
            + " Azure",
        cause);
  }

  /** Another drill goes on, or may go on. */
  public static HybridnetException another(DrillRecord other, String what) {
    return HybridnetException.refused(
        "HN5041",
        "Another failover drill "
            + what
            + ": "
            + other.id()
            + " on "
            + other.by()
            + ", begun "
            + other.at()
            + ", with the lever "
            + other.lever().label()
            + " on the "
            + other.target()
            + ".",
        "wait for its end and run the goal again; if it must end now, run hybridnet:restore, which"
            + " puts ExpressRoute back at once");
  }

  /** A marker that a later version of this plugin has written. */
  public static HybridnetException notUnderstood(ResourceKey group, String id, String text) {
    return HybridnetException.refused(
        "HN5042",
        "The tag "
            + Marker.tag(id)
            + " of the "
            + group
            + " tells of a failover drill in a way that this version does not understand: "
            + text
            + ".",
        "run hybridnet:restore of the version that has written it; once ExpressRoute is known to be"
            + " back, the tag and the one that ends with "
            + Marker.TARGET
            + " may be removed");
  }

  /** ExpressRoute is back, and what tells of the drill could not be removed. */
  static Finding notRemoved(DrillRecord record, String what, String why) {
    return new Finding(
        "HN5043",
        "ExpressRoute is put back, but "
            + what
            + " of the drill could not be removed ("
            + why
            + ").",
        "run hybridnet:restore when that is mended, or remove the tags "
            + Marker.tag(record.id())
            + " and "
            + Marker.tag(record.id())
            + Marker.TARGET
            + " of the "
            + record.group());
  }

  static HybridnetException notMarked(DrillRecord record, String why, Optional<Exception> cause) {
    return HybridnetException.unable(
        "HN5044",
        "The tags "
            + Marker.tag(record.id())
            + " of the "
            + record.group()
            + ", by which other machines would find the drill, could not be written: "
            + why
            + ".",
        "have the identity given the action Microsoft.Resources/tags/write on the group (Tag"
            + " Contributor has it) and fewer than 49 tags there; the lever was not moved",
        cause.orElse(null));
  }

  /** A local file that this version does not understand. */
  public static HybridnetException fileNotUnderstood(Path file) {
    return HybridnetException.refused(
        "HN5045",
        "The file " + file + " tells of a failover drill, and is damaged or of another version.",
        "run hybridnet:restore of the version that has written it; once ExpressRoute is known to be"
            + " back, the file may be deleted");
  }

  /** The local records cannot be read. */
  public static HybridnetException filesNotReadable(Path directory, IOException cause) {
    return HybridnetException.unable(
        "HN5046",
        "The directory "
            + directory
            + ", in which failover drills are written down, cannot be read ("
            + cause.getMessage()
            + ").",
        "make it readable, or set hybridnet.journalDirectory",
        cause);
  }
}
