package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.path.PathReading;
import java.util.List;

/**
 * What was found before ExpressRoute is disconnected.
 *
 * @param results how each gate is
 * @param reading both paths, as the baseline of what follows
 */
public record PreflightReport(List<GateResult> results, PathReading reading) {

  /** Copies the list, which cannot be changed afterwards. */
  public PreflightReport {
    results = List.copyOf(results);
  }

  /** Whether nothing stops the drill. */
  public boolean isMet() {
    return results.stream().noneMatch(r -> r.status() == Status.NOT_MET);
  }

  /** What does not hold yet; empty where something else stops the drill in any case. */
  public List<GateResult> settling() {
    List<GateResult> unmet = results.stream().filter(r -> r.status() == Status.NOT_MET).toList();
    return unmet.stream().allMatch(GateResult::settling) ? unmet : List.of();
  }

  /** What stops the drill. */
  public List<DrillFinding> findings() {
    return results.stream()
        .filter(r -> r.status() == Status.NOT_MET)
        .map(r -> new DrillFinding(StandardGates.kind(r).code(), r.text(), r.fix()))
        .toList();
  }
}
