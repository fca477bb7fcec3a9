package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variants of Azure's behaviour that a simulator plays, as users name them. */
final class PlayedVariants {
  private PlayedVariants() {}

  /**
   * The unusual variants of a running simulator, as {@code hybridnet.simulator.variants} takes
   * them.
   *
   * @return empty if everything is as usual, or if the simulator does not say it: that of an
   *     earlier version of the plugin has no variants
   */
  static Optional<String> of(SimulatorAccess access) {
    try {
      Map<String, String> unusual = access.admin().unusualVariants();
      return Optional.of(
              unusual.entrySet().stream()
                  .map(variant -> variant.getKey() + "=" + variant.getValue())
                  .collect(Collectors.joining(",")))
          .filter(text -> !text.isEmpty());
    } catch (SimulatorException e) {
      return Optional.empty();
    }
  }

  /** A sentence that names them, for those who start a simulator. */
  static Optional<String> sentence(SimulatorAccess access) {
    return of(access)
        .map(
            variants ->
                "It plays these variants of Azure's behaviour (docs/simulator-variants.md): "
                    + variants);
  }
}
