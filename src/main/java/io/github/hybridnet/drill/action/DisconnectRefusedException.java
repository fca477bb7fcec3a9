package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.DrillFinding;

/**
 * ExpressRoute was not disconnected: the resource has changed since it was checked, and nothing was
 * sent to Azure. There is nothing to restore.
 */
public final class DisconnectRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DrillFinding finding;

  /** ExpressRoute was not disconnected for this reason. */
  DisconnectRefusedException(DrillFinding finding) {
    super(finding.text());
    this.finding = finding;
  }

  /** Why ExpressRoute was not disconnected, with its code. */
  public DrillFinding finding() {
    return finding;
  }
}
