package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.ProviderOrderForm;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.Circuit;
import java.util.List;

/** Keeps the provider order form of a circuit up to date. */
final class ProviderOrderWriter {
  private final Circuit declared;
  private final boolean billed;
  private final EngineOptions options;
  private final OutputsPublisher outputsPublisher;

  ProviderOrderWriter(
      Circuit declared, boolean billed, EngineOptions options, OutputsPublisher outputsPublisher) {
    this.declared = declared;
    this.billed = billed;
    this.options = options;
    this.outputsPublisher = outputsPublisher;
  }

  /** Writes the form and shows it. */
  void show(ActualResource circuit, LineWriter out) {
    List<String> lines = sheet(circuit).lines(options.clock().instant());
    lines.forEach(out::info);
    out.info("Provider order form: " + outputsPublisher.write(lines));
  }

  /** Writes the form to its file, without showing it. */
  void update(ActualResource circuit) {
    outputsPublisher.write(sheet(circuit).lines(options.clock().instant()));
  }

  /** Writes the form and shows the next steps. */
  void conclude(ActualResource circuit, LineWriter out) {
    update(circuit);
    sheet(circuit).next().forEach(out::info);
  }

  private ProviderOrderForm sheet(ActualResource circuit) {
    return new ProviderOrderForm(declared, circuit, billed);
  }
}
