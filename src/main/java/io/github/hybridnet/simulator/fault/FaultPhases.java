package io.github.hybridnet.simulator.fault;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The moments at which kinds of effects can happen, the usual one first. */
final class FaultPhases {
  static final Set<FaultPhase> OF_REQUESTS =
      of(FaultPhase.BEFORE, FaultPhase.AFTER, FaultPhase.POLLING);
  static final Set<FaultPhase> OF_ANSWERS = of(FaultPhase.AFTER, FaultPhase.POLLING);
  static final Set<FaultPhase> OF_ACCESS = of(FaultPhase.BEFORE, FaultPhase.POLLING);
  static final Set<FaultPhase> BEFORE = of(FaultPhase.BEFORE);
  static final Set<FaultPhase> POLLING = of(FaultPhase.POLLING);
  static final Set<FaultPhase> FINAL = of(FaultPhase.FINAL);

  private FaultPhases() {}

  private static Set<FaultPhase> of(FaultPhase... phases) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(phases)));
  }
}
