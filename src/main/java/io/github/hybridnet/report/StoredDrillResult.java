package io.github.hybridnet.report;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.List;
import java.util.Set;

/**
 * The result of a drill as {@link DrillResultFile} keeps it for a goal that runs later.
 *
 * @param id the drill's id, empty if it was refused before it had one
 * @param outcome such as {@code passed}
 * @param code the code of the failure; empty when it is none
 * @param findings why
 */
public record StoredDrillResult(
    String id, String outcome, String code, List<DrillFinding> findings) {
  private static final Set<String> GOOD = Set.of("passed", "dry-run", "observed");
  private static final Set<String> BAD = Set.of("failed", "restore-failed", "refused");

  /** Copies the list, which cannot be changed afterwards. */
  public StoredDrillResult {
    findings = List.copyOf(findings);
  }

  /** Whether the drill failed or was refused. */
  public boolean isFailure() {
    return BAD.contains(outcome);
  }

  /** Whether a drill can end so; a failure has a code. */
  boolean isValid() {
    return GOOD.contains(outcome) || (isFailure() && !code.isEmpty());
  }
}
