package io.github.hybridnet.simulator.dataplane;

/** What happens to connections while no path exists. */
public enum OutageBehaviour {
  /**
   * As packets that are lost: new connections get no answer, established ones stand still. New
   * connections hang because the queue of the listening socket is full, which Linux and macOS treat
   * so; elsewhere they may be refused.
   */
  DROP,
  /** New connections are refused, established ones are reset. */
  REFUSE,
  /** New connections are accepted, but nothing is ever answered on any. */
  STALL
}
