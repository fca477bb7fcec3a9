package io.github.hybridnet.simulator.junit;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the nearest {@link Simulator} says. */
final class SimulatorAnnotationReader {
  @Simulator
  private static final class Defaults {}

  private final Simulator annotation;

  private SimulatorAnnotationReader(Simulator annotation) {
    this.annotation = annotation;
  }

  /** Those of the test, its class, or the classes around it. */
  static SimulatorAnnotationReader at(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<Simulator> found = own(at.get());
      if (found.isPresent()) {
        return new SimulatorAnnotationReader(found.get());
      }
    }
    return new SimulatorAnnotationReader(Defaults.class.getAnnotation(Simulator.class));
  }

  /** Whether there are some at this very test or class. */
  static boolean areAt(ExtensionContext context) {
    return own(context).isPresent();
  }

  private static Optional<Simulator> own(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Simulator.class);
  }

  Lifecycle lifecycle() {
    return annotation.lifecycle();
  }

  AzureSimulator start() {
    return annotation.directory().isEmpty()
        ? AzureSimulator.start(this::applied)
        : AzureSimulator.start(applied(SimulatorOptions.in(Path.of(annotation.directory()))));
  }

  private SimulatorOptions applied(SimulatorOptions options) {
    SimulatorOptions chosen =
        options
            .withPort(annotation.port())
            .withSpeed(annotation.speed())
            .withProvider(annotation.provider())
            .withRetirements(annotation.retirements())
            .withDurationModel(annotation.durationModel())
            .withDurations(durations())
            .withVariants(annotation.variants());
    if (annotation.manualClock()) {
      chosen = chosen.withManualClock();
    }
    if (!annotation.faults().isEmpty()) {
      chosen = chosen.withFaults(Path.of(annotation.faults()));
    }
    return annotation.seed() == 0 ? chosen : chosen.withSeed(annotation.seed());
  }

  private Map<String, Duration> durations() {
    Map<String, Duration> durations = new LinkedHashMap<>();
    for (String each : annotation.durations()) {
      int sign = each.lastIndexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException("'" + each + "' is not KEY=DURATION");
      }
      durations.put(each.substring(0, sign), Duration.parse(each.substring(sign + 1)));
    }
    return durations;
  }
}
