package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import java.util.List;

/**
 * What came of the unfinished drills of a network.
 *
 * @param restored those whose restore succeeded or failed
 * @param removed the ids of those that ended before they disconnected ExpressRoute, and whose
 *     traces were removed
 * @param skipped those that were left alone, each with the reason
 */
public record UnfinishedDrillsResult(
    List<RestoreResult> restored, List<String> removed, List<SkippedDrill> skipped) {
  /** Copies the lists, which cannot be changed afterwards. */
  public UnfinishedDrillsResult {
    restored = List.copyOf(restored);
    removed = List.copyOf(removed);
    skipped = List.copyOf(skipped);
  }

  /** Whether no drill was found. */
  public boolean isEmpty() {
    return restored.isEmpty() && removed.isEmpty() && skipped.isEmpty();
  }

  /**
   * A trace of a drill that nothing was done about.
   *
   * @param finding why
   * @param manualCommands commands that show the resource and restore ExpressRoute by hand, without
   *     a secret
   */
  public record SkippedDrill(DrillFinding finding, List<String> manualCommands) {
    /** Copies the list, which cannot be changed afterwards. */
    public SkippedDrill {
      manualCommands = List.copyOf(manualCommands);
    }
  }
}
