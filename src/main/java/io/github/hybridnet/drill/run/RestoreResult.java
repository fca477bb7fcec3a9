package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a restore.
 *
 * @param failure why ExpressRoute is not restored (HN5030); empty when it is
 * @param wasDisconnected whether there was anything to restore
 * @param warnings what else has to be known: HN5032, HN5033, HN5034, HN5043
 * @param manualCommands the commands that restore ExpressRoute by hand, without a secret
 */
public record RestoreResult(
    Optional<DrillFinding> failure,
    boolean wasDisconnected,
    List<DrillFinding> warnings,
    List<String> manualCommands) {

  /** Copies the lists, which cannot be changed afterwards. */
  public RestoreResult {
    warnings = List.copyOf(warnings);
    manualCommands = List.copyOf(manualCommands);
  }

  /** Why a drill fails by its restore: a circuit that was removed cannot carry traffic again. */
  Optional<DrillFinding> drillFailure() {
    return failure.or(() -> warnings.stream().filter(RestoreResult::isRemoval).findFirst());
  }

  /** The warnings that do not make a drill fail. */
  List<DrillFinding> otherWarnings() {
    return warnings.stream().filter(warning -> !isRemoval(warning)).toList();
  }

  private static boolean isRemoval(DrillFinding finding) {
    return finding.code().equals(RestoreMessages.REMOVED);
  }

  /** Whether ExpressRoute is restored. */
  public boolean isRestored() {
    return failure.isEmpty();
  }

  /**
   * What the user reads last when ExpressRoute is not restored: the reason, the commands, and the
   * code once more. Empty when it is restored.
   */
  public List<String> lastLines() {
    List<String> lines = new ArrayList<>();
    failure.ifPresent(
        finding -> {
          lines.add(finding.code() + ": " + finding.text());
          lines.add("  Fix: " + finding.fix());
          manualCommands.forEach(command -> lines.add("    " + command));
          lines.add(RestoreMessages.stillDisconnected(finding.code()));
        });
    return lines;
  }
}
