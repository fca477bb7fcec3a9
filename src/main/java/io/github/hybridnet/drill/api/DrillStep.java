package io.github.hybridnet.drill.api;

/** The steps of a drill, in their order. */
public enum DrillStep {
  /** Everything is looked at that must hold before. */
  PREFLIGHT("preflight"),
  /** Probes over ExpressRoute. */
  BASELINE("baseline"),
  /** What it takes to undo the drill is written down. */
  JOURNAL("journal"),
  /** ExpressRoute is disconnected. */
  DISCONNECT("lever"),
  /** The VPN takes over. */
  FAILED_OVER("failed over"),
  /** It stays so for the chosen time. */
  HOLD("hold"),
  /** ExpressRoute is restored. */
  RESTORE("restore"),
  /** Traffic is back on ExpressRoute, and everything as before. */
  RESTORED("restored"),
  /** What was measured is held against the thresholds. */
  VERDICT("verdict");

  private final String label;

  DrillStep(String label) {
    this.label = label;
  }

  /** As shown to users. */
  public String label() {
    return label;
  }
}
