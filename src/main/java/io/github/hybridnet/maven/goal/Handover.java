package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.HandoverSheet;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;

/** Keeps the hand-over sheet of a circuit up to date. */
final class Handover {
  private final Circuit declared;
  private final boolean billed;
  private final EngineOptions options;
  private final Results results;

  Handover(Circuit declared, boolean billed, EngineOptions options, Results results) {
    this.declared = declared;
    this.billed = billed;
    this.options = options;
    this.results = results;
  }

  /** Writes the sheet and shows it. */
  void show(ActualResource circuit, LineWriter out) {
    List<String> lines = sheet(circuit).lines(options.clock().instant());
    lines.forEach(out::info);
    out.info("Hand-over sheet: " + results.write(lines));
  }

  /** Writes the sheet. */
  void update(ActualResource circuit) {
    results.write(sheet(circuit).lines(options.clock().instant()));
  }

  /** Writes the sheet and shows what comes next. */
  void conclude(ActualResource circuit, LineWriter out) {
    update(circuit);
    sheet(circuit).next().forEach(out::info);
  }

  private HandoverSheet sheet(ActualResource circuit) {
    return new HandoverSheet(declared, circuit, billed);
  }
}
