package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a restore came to.
 *
 * @param failure why ExpressRoute is not back (HN5030); empty when it is
 * @param wasDisconnected whether it had to be put back at all
 * @param changedByOthers how the definition differs from the one before the drill, where it does
 * @param warnings what else has to be known: HN5032, HN5034, HN5043
 * @param manualCommands the commands that put ExpressRoute back, without a secret
 */
public record RestoreResult(
    Optional<DrillFinding> failure,
    boolean wasDisconnected,
    List<String> changedByOthers,
    List<DrillFinding> warnings,
    List<String> manualCommands) {

  /** Copies the lists. */
  public RestoreResult {
    changedByOthers = List.copyOf(changedByOthers);
    warnings = List.copyOf(warnings);
    manualCommands = List.copyOf(manualCommands);
  }

  /** Says that there was nothing left to be put back, where it is so. */
  Optional<DrillFinding> removed() {
    return warnings.stream().filter(w -> w.code().equals(RestoreProcedure.REMOVED)).findFirst();
  }

  /** Whether ExpressRoute is back. */
  public boolean isRestored() {
    return failure.isEmpty();
  }

  /**
   * What the user reads last when ExpressRoute is not back: the reason, the commands, and the code
   * once more. Empty when it is back.
   */
  public List<String> lastLines() {
    List<String> lines = new ArrayList<>();
    failure.ifPresent(
        drillFinding -> {
          lines.add(drillFinding.code() + ": " + drillFinding.text());
          lines.add("  Fix: " + drillFinding.fix());
          manualCommands.forEach(command -> lines.add("    " + command));
          lines.add(drillFinding.code() + ": ExpressRoute is still away; put it back by hand now.");
        });
    return lines;
  }
}
