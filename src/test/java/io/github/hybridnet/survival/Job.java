package io.github.hybridnet.survival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.drill.api.DisconnectMethod;
import java.util.List;

/**
 * Goals to be run one after the other, as a build would.
 *
 * @param simulator the simulator's directory
 * @param parameters the directory of the parameter files
 * @param machine the directory of what a run leaves on its machine
 * @param goals their names
 * @param limitSeconds how long a write is waited for; 0 for as long as usual
 * @param drill how a failover drill is run
 */
public record Job(
    String simulator,
    String parameters,
    String machine,
    List<Goal> goals,
    int limitSeconds,
    Drill drill) {

  /** Goals without a drill. */
  public Job(
      String simulator, String parameters, String machine, List<Goal> goals, int limitSeconds) {
    this(
        simulator,
        parameters,
        machine,
        goals,
        limitSeconds,
        new Drill(DisconnectMethod.PEERING, 1));
  }

  /**
   * A failover drill.
   *
   * @param lever how ExpressRoute is taken away
   * @param holdSeconds how long it stays away
   */
  public record Drill(DisconnectMethod lever, int holdSeconds) {}

  /** What can be run. */
  public enum Goal {
    CREATE_CIRCUIT,
    DEPLOY,
    /** As DEPLOY, with the user's word for what must be removed. */
    REPLACE,
    PLAN,
    STATUS,
    DESTROY,
    TEST_FAILOVER,
    RESTORE
  }

  /** The same on another machine, where nothing is known of earlier runs. */
  public Job on(String otherMachine) {
    return new Job(simulator, parameters, otherMachine, goals, limitSeconds, drill);
  }

  /** Other goals with the same files on the same machine. */
  public Job doing(Goal... others) {
    return new Job(simulator, parameters, machine, List.of(others), limitSeconds, drill);
  }

  /** The same goals with other files. */
  public Job declaring(String others) {
    return new Job(simulator, others, machine, goals, limitSeconds, drill);
  }

  /** The same with less patience. */
  Job within(int seconds) {
    return new Job(simulator, parameters, machine, goals, seconds, drill);
  }

  /** The same with another drill. */
  public Job drilling(Drill other) {
    return new Job(simulator, parameters, machine, goals, limitSeconds, other);
  }

  String toLine() {
    try {
      return new ObjectMapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Job of(String line) throws JsonProcessingException {
    return new ObjectMapper().readValue(line, Job.class);
  }
}
