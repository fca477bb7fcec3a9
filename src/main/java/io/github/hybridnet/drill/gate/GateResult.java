package io.github.hybridnet.drill.gate;

/**
 * How one thing was that must hold before ExpressRoute is disconnected.
 *
 * @param id the gate's name, by which it may be overridden, such as {@code vpn-connection}
 * @param status how it was
 * @param text what was found, as a sentence
 * @param fix what to do about it; empty when it holds
 * @param settling whether it does not hold yet, and may in a while without anybody doing anything
 */
public record GateResult(String id, Status status, String text, String fix, boolean settling) {
  /** A result that does not change by itself. */
  public GateResult(String id, Status status, String text, String fix) {
    this(id, status, text, fix, false);
  }

  /** How a gate can be. */
  public enum Status {
    /** The gate is met. */
    MET,
    /** It does not matter enough to stop, but should be known. */
    WARNING,
    /** It does not hold, and stops the drill. */
    NOT_MET,
    /** It does not hold, and the user said not to stop for it. */
    OVERRIDDEN
  }
}
