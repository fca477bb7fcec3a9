package io.github.hybridnet.drill.api;

/** The steps of a drill, in their order. */
public enum DrillStep {
  /** The gates are checked. */
  PREFLIGHT("preflight"),
  /** Probes run over ExpressRoute, before anything is changed. */
  BASELINE("baseline"),
  /** The drill is recorded on this machine and in Azure. */
  JOURNAL("journal"),
  /** ExpressRoute is disconnected with the chosen method. */
  DISCONNECT("disconnect"),
  /** The VPN takes over. */
  FAILED_OVER("failed over"),
  /** The network stays on the VPN for {@code hybridnet.failover.hold}. */
  HOLD("hold"),
  /** ExpressRoute is restored, whatever happened before. */
  RESTORE("restore"),
  /** ExpressRoute carries the traffic again, and routes and probes are as before. */
  RESTORED("restored"),
  /** The results are compared with the thresholds. */
  VERDICT("verdict");

  private final String label;

  DrillStep(String label) {
    this.label = label;
  }

  /** The step as people read it. */
  public String label() {
    return label;
  }

  /** The name of its test case in the JUnit report. It is a format, and never changes. */
  public String id() {
    return this == DISCONNECT ? "lever" : label;
  }
}
