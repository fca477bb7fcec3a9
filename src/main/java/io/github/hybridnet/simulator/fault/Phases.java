package io.github.hybridnet.simulator.fault;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The moments at which kinds of effects can happen, the usual one first. */
final class Phases {
  static final Set<Phase> OF_REQUESTS = of(Phase.BEFORE, Phase.AFTER, Phase.POLLING);
  static final Set<Phase> OF_ANSWERS = of(Phase.AFTER, Phase.POLLING);
  static final Set<Phase> OF_ACCESS = of(Phase.BEFORE, Phase.POLLING);
  static final Set<Phase> BEFORE = of(Phase.BEFORE);
  static final Set<Phase> POLLING = of(Phase.POLLING);
  static final Set<Phase> FINAL = of(Phase.FINAL);

  private Phases() {}

  private static Set<Phase> of(Phase... phases) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(phases)));
  }
}
