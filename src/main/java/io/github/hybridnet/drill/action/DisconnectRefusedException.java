package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.DrillFinding;

/**
 * A lever was not pulled: what stands is not any more what it was when it was looked at, and
 * nothing was sent to Azure. There is nothing to put back.
 */
public final class DisconnectRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DrillFinding drillFinding;

  /** A lever was not pulled for this reason. */
  DisconnectRefusedException(DrillFinding drillFinding) {
    super(drillFinding.text());
    this.drillFinding = drillFinding;
  }

  /** Why. */
  public DrillFinding finding() {
    return drillFinding;
  }
}
