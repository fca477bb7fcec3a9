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
 * @param tuning what nearly nobody changes
 */
public record SimulatorOptions(
    Path directory,
    int port,
    double speed,
    ProviderMode provider,
    boolean retirements,
    Tuning tuning) {

  /** Simulated seconds for each second of wall time, unless something else is said. */
  public static final double DEFAULT_SPEED = 300;

  /**
   * What nearly nobody changes.
   *
   * @param address the address to listen on, by default loopback; elsewhere only tokens that the
   *     simulator issued are accepted
   * @param durations simulated durations that replace those of the table, by key
   * @param wall wall time, which tests control
   * @param seed what generated ids depend on; empty: another in each new state
   * @param faults the file with the rules of faults; empty: none
   */
  public record Tuning(
      String address,
      Map<String, Duration> durations,
      InstantSource wall,
      OptionalLong seed,
      Optional<Path> faults) {

    public Tuning {
      durations = Map.copyOf(durations);
    }
  }

  /** The defaults, in this directory. */
  public static SimulatorOptions in(Path directory) {
    Tuning tuning =
        new Tuning(
            "127.0.0.1", Map.of(), InstantSource.system(), OptionalLong.empty(), Optional.empty());
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
        new Tuning(address, tuning.durations(), tuning.wall(), tuning.seed(), tuning.faults()));
  }

  /** Replaces simulated durations by key. */
  public SimulatorOptions withDurations(Map<String, Duration> durations) {
    return with(
        new Tuning(tuning.address(), durations, tuning.wall(), tuning.seed(), tuning.faults()));
  }

  /** Takes wall time from somewhere else than the system. */
  public SimulatorOptions withWallClock(InstantSource wall) {
    return with(
        new Tuning(tuning.address(), tuning.durations(), wall, tuning.seed(), tuning.faults()));
  }

  /** Makes generated ids repeatable. */
  public SimulatorOptions withSeed(long seed) {
    OptionalLong given = OptionalLong.of(seed);
    return with(
        new Tuning(tuning.address(), tuning.durations(), tuning.wall(), given, tuning.faults()));
  }

  /** Begins with the rules of faults in this file; see the documentation for its form. */
  public SimulatorOptions withFaults(Path file) {
    Optional<Path> given = Optional.of(file);
    return with(
        new Tuning(tuning.address(), tuning.durations(), tuning.wall(), tuning.seed(), given));
  }

  private SimulatorOptions with(Tuning other) {
    return new SimulatorOptions(directory, port, speed, provider, retirements, other);
  }
}
