package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a drill.
 *
 * @param outcome what it comes to
 * @param findings why it failed, or what else has to be known; each with its code
 */
public record DrillVerdict(Outcome outcome, List<DrillFinding> findings) {
  private static final Set<String> RESTORE_CODES =
      Set.of(RestoreMessages.NOT_RESTORED, RestoreMessages.REMOVED, DrillMessages.NOT_CARRYING);

  /** Copies the list, which cannot be changed afterwards. */
  public DrillVerdict {
    findings = List.copyOf(findings);
  }

  /**
   * The code of an outcome that fails the build: that of the restore where ExpressRoute is not
   * back, else that of the first finding. Empty for all other outcomes.
   */
  public Optional<String> code() {
    return switch (outcome) {
      case PASSED, DRY_RUN, OBSERVED -> Optional.empty();
      case FAILED, REFUSED -> findings.stream().map(DrillFinding::code).findFirst();
      case RESTORE_FAILED ->
          findings.stream()
              .map(DrillFinding::code)
              .filter(RESTORE_CODES::contains)
              .findFirst()
              .or(() -> findings.stream().map(DrillFinding::code).findFirst());
    };
  }

  /**
   * The outcome as shown to users. A drill after which ExpressRoute is restored, but carries
   * nothing, has not failed to restore it.
   */
  public String headline() {
    if (outcome != Outcome.RESTORE_FAILED || needsManualRestore()) {
      return outcome.label();
    }
    return isRemoved() ? "ExpressRoute removed" : "restored, traffic not back";
  }

  /** Whether the restore failed; what only does not carry is defined as before already. */
  boolean needsManualRestore() {
    return outcome == Outcome.RESTORE_FAILED
        && code().filter(DrillMessages.NOT_CARRYING::equals).isEmpty()
        && !isRemoved();
  }

  /** Whether there is nothing left to restore. */
  public boolean isRemoved() {
    return outcome == Outcome.RESTORE_FAILED
        && code().filter(RestoreMessages.REMOVED::equals).isPresent();
  }

  /** What a drill comes to. */
  public enum Outcome {
    /** The VPN took over, ExpressRoute is back, thresholds are kept. */
    PASSED("passed"),
    /** Not so; ExpressRoute is back. */
    FAILED("failed"),
    /** ExpressRoute is not back. */
    RESTORE_FAILED("restore failed"),
    /** Nothing was touched, because something that must hold does not. */
    REFUSED("refused"),
    /** Nothing was touched, because nobody confirmed it. */
    DRY_RUN("dry run"),
    /** Nothing was touched, as wished. */
    OBSERVED("observed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** As shown to users. */
    public String label() {
      return label;
    }
  }
}
