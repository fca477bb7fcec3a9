package io.github.hybridnet.failover;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a drill.
 *
 * @param outcome what it comes to
 * @param findings why it failed, or what else has to be known; each with its code
 */
public record Verdict(Outcome outcome, List<Finding> findings) {
  private static final Set<String> RESTORE_CODES =
      Set.of(Restoration.NOT_BACK, Restoration.REMOVED, Back.NOT_CARRYING);

  /** Copies the list. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /**
   * The code of an outcome that fails the build: that of the restore where ExpressRoute is not
   * back, else that of the first finding. Empty for all other outcomes.
   */
  public Optional<String> code() {
    return switch (outcome) {
      case PASSED, DRY_RUN, OBSERVED -> Optional.empty();
      case FAILED, REFUSED -> findings.stream().map(Finding::code).findFirst();
      case RESTORE_FAILED ->
          findings.stream()
              .map(Finding::code)
              .filter(RESTORE_CODES::contains)
              .findFirst()
              .or(() -> findings.stream().map(Finding::code).findFirst());
    };
  }

  /** Whether the restore failed; what only does not carry is defined as before already. */
  boolean isToBePutBackByHand() {
    return outcome == Outcome.RESTORE_FAILED
        && code().filter(Back.NOT_CARRYING::equals).isEmpty()
        && !isRemoved();
  }

  /** Whether there is nothing left that could be put back. */
  public boolean isRemoved() {
    return outcome == Outcome.RESTORE_FAILED
        && code().filter(Restoration.REMOVED::equals).isPresent();
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

  /**
   * A reason.
   *
   * @param code such as {@code HN5020}
   * @param text what, without a secret
   * @param fix what to do, empty when there is nothing
   */
  public record Finding(String code, String text, String fix) {}
}
