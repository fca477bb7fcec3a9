package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.variant.InvalidVariantsException;
import io.github.hybridnet.simulator.variant.VariantChoice;
import io.github.hybridnet.simulator.variant.VariantReader;
import java.io.IOException;
import java.util.stream.Collectors;

/** The variants that the owner chose in the options. */
final class VariantSource {
  private VariantSource() {}

  /**
   * Reads them.
   *
   * @throws SimulatorException with all mistakes
   */
  static VariantChoice read(String variants) {
    try {
      return VariantReader.read(variants);
    } catch (InvalidVariantsException e) {
      String all = e.problems().stream().map(each -> "\n  " + each).collect(Collectors.joining());
      throw new SimulatorException("The simulator's variants have mistakes:" + all);
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator's variants cannot be read: " + StartProblems.why(e) + ".", e);
    }
  }
}
