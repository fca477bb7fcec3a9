package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.ProviderOrderForm;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.Circuit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the provider order form up to date: one part for each circuit, in one file. */
final class ProviderOrderWriter {
  private final List<Circuit> declared;
  private final boolean billed;
  private final EngineOptions options;
  private final OutputsPublisher outputsPublisher;
  private final Map<String, ActualResource> latest = new LinkedHashMap<>();

  /**
   * The writer for the circuits of one run.
   *
   * @param declared the circuits, whose names differ where their groups are alike
   */
  ProviderOrderWriter(
      List<Circuit> declared,
      boolean billed,
      EngineOptions options,
      OutputsPublisher outputsPublisher) {
    this.declared = declared;
    this.billed = billed;
    this.options = options;
    this.outputsPublisher = outputsPublisher;
  }

  /** Writes the form and shows it. */
  void show(List<ActualResource> circuits, LineWriter out) {
    circuits.forEach(this::remember);
    List<String> lines = lines();
    lines.forEach(out::info);
    out.info("Provider order form: " + outputsPublisher.write(lines));
  }

  /** Writes the form to its file, without showing it. */
  void update(ActualResource circuit) {
    remember(circuit);
    outputsPublisher.write(lines());
  }

  /** Shows the next steps for a circuit that is ready. */
  void conclude(ActualResource circuit, LineWriter out) {
    form(circuit).next().forEach(out::info);
  }

  /** The circuits as they were seen last, in the order of their file. */
  List<ActualResource> circuits() {
    return List.copyOf(latest.values());
  }

  private void remember(ActualResource circuit) {
    latest.put(circuit.key().comparableId(), circuit);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ActualResource circuit : latest.values()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(form(circuit).lines(options.clock().instant()));
    }
    return lines;
  }

  private ProviderOrderForm form(ActualResource circuit) {
    return new ProviderOrderForm(declared(circuit), circuit, billed);
  }

  private Circuit declared(ActualResource circuit) {
    return declared.stream()
        .filter(each -> each.name().equalsIgnoreCase(circuit.key().name()))
        .filter(
            each ->
                circuit
                    .key()
                    .resourceGroup()
                    .equalsIgnoreCase(String.valueOf(each.resourceGroup())))
        .findFirst()
        .orElseThrow();
  }
}
