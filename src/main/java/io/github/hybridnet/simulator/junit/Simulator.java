package io.github.hybridnet.simulator.junit;

import io.github.hybridnet.simulator.DurationModel;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a simulator in a temporary directory; parameters of type
 * {@code AzureSimulator}, {@code SimulatorAccess}, {@code SimulatorAdmin} and {@code
 * SimulatorCredentials} are then resolved. The nearest annotation counts: a test's before its
 * class's, a nested class's before that of the class around it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(AzureSimulatorExtension.class)
public @interface Simulator {

  /** How long a simulator runs; at a test, always as long as the test. */
  Lifecycle lifecycle() default Lifecycle.PER_CLASS;

  /** The port; 0 for any that is free. */
  int port() default 0;

  /** Simulated seconds for each second. */
  double speed() default SimulatorOptions.DEFAULT_SPEED;

  /** Who provisions circuits in this test. */
  ProviderMode provider() default ProviderMode.AUTO;

  /** Whether it refuses what Azure refuses since a certain date. */
  boolean retirements() default true;

  /** Whether simulated time stands still until the test moves it. */
  boolean manualClock() default false;

  /** Whether durations are the medians of the recorded ones, or vary as they did. */
  DurationModel durationModel() default DurationModel.FIXED;

  /** Durations that replace the recorded ones, as {@code virtualNetworks.create=PT1M}. */
  String[] durations() default {};

  /** What generated ids and varying durations depend on; 0 for others each time. */
  long seed() default 0;

  /** A file with rules for faults, relative to the working directory. */
  String faults() default "";

  /**
   * What is played where no evidence says how Azure behaves, as {@code etag=absent}; the
   * documentation has the names.
   */
  String variants() default "";

  /**
   * A directory whose state is kept from one run to the next, instead of a temporary one; relative
   * to the working directory.
   */
  String directory() default "";
}
