package io.github.hybridnet.matrix;

import io.github.hybridnet.survival.Job;
import java.util.List;

/** What is done to a network that is played by a variant. */
enum MatrixGoal {
  FIRST("first deployment", Standing.EMPTY, Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
  SECOND("second deployment", Standing.WHOLE, Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
  PLAN("plan", Standing.WHOLE, Job.Goal.PLAN),
  ADOPTION("plan of what others made", Standing.MADE_BY_OTHERS, Job.Goal.PLAN),
  STATUS("status", Standing.WHOLE, Job.Goal.STATUS),
  UPDATE("update", Standing.WHOLE, Job.Goal.CREATE_CIRCUIT, Job.Goal.DEPLOY),
  REPLACEMENT("replacement", Standing.WHOLE, Job.Goal.CREATE_CIRCUIT, Job.Goal.REPLACE),
  DRILL("drill", Standing.WHOLE, Job.Goal.TEST_FAILOVER),
  CONNECTION_DRILL("drill by connection", Standing.WHOLE, Job.Goal.TEST_FAILOVER),
  UNHEALTHY_DRILL("drill without a tunnel", Standing.WITHOUT_TUNNEL, Job.Goal.TEST_FAILOVER),
  FAILING_DRILL("drill that loses its tunnel", Standing.WHOLE, Job.Goal.TEST_FAILOVER),
  STOPPED_DRILL("drill that is stopped", Standing.WHOLE, Job.Goal.TEST_FAILOVER),
  RESTORE("restore", Standing.DISCONNECTED, Job.Goal.RESTORE),
  DESTROY("destroy", Standing.RELEASED, Job.Goal.DESTROY);

  private final String label;
  private final Standing standing;
  private final List<Job.Goal> goals;

  /** What stands before. */
  enum Standing {
    /** Nothing. */
    EMPTY,
    /** The declared network, healthy. */
    WHOLE,
    /** The declared network as others made it, with an address of another name. */
    MADE_BY_OTHERS,
    /** The tunnel to the site is down. */
    WITHOUT_TUNNEL,
    /** A drill has taken ExpressRoute away, and its process is gone. */
    DISCONNECTED,
    /** The provider has let the circuit go. */
    RELEASED
  }

  MatrixGoal(String label, Standing standing, Job.Goal... goals) {
    this.label = label;
    this.standing = standing;
    this.goals = List.of(goals);
  }

  /** For the table. */
  String label() {
    return label;
  }

  Standing standing() {
    return standing;
  }

  Job.Goal[] goals() {
    return goals.toArray(Job.Goal[]::new);
  }

  /** Whether it has to find that nothing is to be changed. */
  boolean isPlan() {
    return this == PLAN || this == ADOPTION;
  }

  /** Whether it may write nothing at all. */
  boolean isReading() {
    return isPlan() || this == STATUS || this == SECOND || this == UNHEALTHY_DRILL;
  }

  /** Whether ExpressRoute has to carry the traffic afterwards. */
  boolean isDrill() {
    return this == DRILL || this == CONNECTION_DRILL || mustFail() || this == RESTORE;
  }

  /** Whether it is a drill that must not end well. */
  boolean mustFail() {
    return this == UNHEALTHY_DRILL || this == FAILING_DRILL || this == STOPPED_DRILL;
  }

  /** Whether what it says and writes down must be the same when it is run again. */
  boolean isRepeated() {
    return isPlan() || this == FIRST;
  }
}
