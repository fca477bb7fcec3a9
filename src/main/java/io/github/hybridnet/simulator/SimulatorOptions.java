package io.github.hybridnet.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a simulator is started.
 *
 * @param directory where it keeps its files; belongs to one simulator at a time
 * @param port the port; 0 for any that is free
 * @param speed simulated seconds for each second of wall time
 * @param provider who acts for the connectivity provider
 * @param retirements whether refusals that depend on today's date are made
 * @param tuning what is rarely changed
 */
public record SimulatorOptions(
    Path directory,
    int port,
    double speed,
    ProviderMode provider,
    boolean retirements,
    Tuning tuning) {

  /** The default: simulated seconds for each second of wall time. */
  public static final double DEFAULT_SPEED = 300;

  /**
   * What is rarely changed.
   *
   * @param address the address to listen on, by default loopback; elsewhere only tokens that the
   *     simulator issued are accepted
   * @param timing how time passes and how long operations take
   * @param seed what generated ids and varying durations depend on; empty: another in each new
   *     state
   * @param faults the file with the rules of faults; empty: none
   * @param variants what is played where no evidence says how Azure behaves, see {@link
   *     #withVariants}; blank: what is usual
   */
  public record Tuning(
      String address, Timing timing, OptionalLong seed, Optional<Path> faults, String variants) {}

  /**
   * How time passes and how long operations take.
   *
   * @param model what durations are when nothing below says otherwise
   * @param durations simulated durations that replace those of the model, by pattern; they come
   *     before those of the file
   * @param durationsFile a properties file of more such durations; empty for none
   * @param manualClock whether simulated time stands still until an admin call moves it
   * @param wall wall time, which tests control
   */
  public record Timing(
      DurationModel model,
      Map<String, Duration> durations,
      Optional<Path> durationsFile,
      boolean manualClock,
      InstantSource wall) {

    public Timing {
      durations = Map.copyOf(durations);
    }
  }

  /** The defaults, in this directory. */
  public static SimulatorOptions in(Path directory) {
    Timing timing =
        new Timing(DurationModel.FIXED, Map.of(), Optional.empty(), false, InstantSource.system());
    Tuning tuning = new Tuning("127.0.0.1", timing, OptionalLong.empty(), Optional.empty(), "");
    return new SimulatorOptions(directory, 0, DEFAULT_SPEED, ProviderMode.AUTO, true, tuning);
  }

  public SimulatorOptions withPort(int number) {
    return new SimulatorOptions(directory, number, speed, provider, retirements, tuning);
  }

  public SimulatorOptions withSpeed(double factor) {
    return new SimulatorOptions(directory, port, factor, provider, retirements, tuning);
  }

  public SimulatorOptions withProvider(ProviderMode mode) {
    return new SimulatorOptions(directory, port, speed, mode, retirements, tuning);
  }

  public SimulatorOptions withRetirements(boolean refused) {
    return new SimulatorOptions(directory, port, speed, provider, refused, tuning);
  }

  /** Listens on another address than loopback. */
  public SimulatorOptions withAddress(String address) {
    return with(
        new Tuning(address, tuning.timing(), tuning.seed(), tuning.faults(), tuning.variants()));
  }

  /** Chooses where durations come from. */
  public SimulatorOptions withDurationModel(DurationModel model) {
    Timing t = tuning.timing();
    return with(new Timing(model, t.durations(), t.durationsFile(), t.manualClock(), t.wall()));
  }

  /**
   * Replaces the simulated durations of some operations. A key is {@code KEY}, or {@code
   * KEY@RESOURCE} for single resources: a pattern of a key of the table, {@code
   * virtualNetworkGateways.vpn.create} or {@code virtualNetworkGateways.*}, and one of a resource's
   * name or id. The most specific one counts.
   */
  public SimulatorOptions withDurations(Map<String, Duration> durations) {
    Timing t = tuning.timing();
    return with(new Timing(t.model(), durations, t.durationsFile(), t.manualClock(), t.wall()));
  }

  /** Replaces simulated durations by those of a properties file, which is read at the start. */
  public SimulatorOptions withDurations(Path file) {
    Timing t = tuning.timing();
    Optional<Path> given = Optional.of(file);
    return with(new Timing(t.model(), t.durations(), given, t.manualClock(), t.wall()));
  }

  /** Lets simulated time stand still until an admin call moves it. */
  public SimulatorOptions withManualClock() {
    Timing t = tuning.timing();
    return with(new Timing(t.model(), t.durations(), t.durationsFile(), true, t.wall()));
  }

  /** Takes wall time from somewhere else than the system. */
  public SimulatorOptions withWallClock(InstantSource wall) {
    Timing t = tuning.timing();
    return with(new Timing(t.model(), t.durations(), t.durationsFile(), t.manualClock(), wall));
  }

  /** Makes generated ids, and durations that vary, repeatable. */
  public SimulatorOptions withSeed(long seed) {
    OptionalLong given = OptionalLong.of(seed);
    return with(
        new Tuning(tuning.address(), tuning.timing(), given, tuning.faults(), tuning.variants()));
  }

  /** Begins with the rules of faults in this file; see the documentation for its form. */
  public SimulatorOptions withFaults(Path file) {
    Optional<Path> given = Optional.of(file);
    return with(
        new Tuning(tuning.address(), tuning.timing(), tuning.seed(), given, tuning.variants()));
  }

  /**
   * Chooses what is played where no evidence says how Azure behaves: a list of {@code NAME=VALUE},
   * {@code @FILE} with one of these a line, and {@code seed:NUMBER}, which draws a value for each.
   * The documentation has the names.
   */
  public SimulatorOptions withVariants(String variants) {
    return with(
        new Tuning(tuning.address(), tuning.timing(), tuning.seed(), tuning.faults(), variants));
  }

  private SimulatorOptions with(Timing timing) {
    return with(
        new Tuning(tuning.address(), timing, tuning.seed(), tuning.faults(), tuning.variants()));
  }

  private SimulatorOptions with(Tuning other) {
    return new SimulatorOptions(directory, port, speed, provider, retirements, other);
  }
}
