package io.github.hybridnet.failover.lever;

import io.github.hybridnet.failover.Verdict;

/**
 * A lever was not pulled: what stands is not any more what it was when it was looked at, and
 * nothing was sent to Azure. There is nothing to put back.
 */
public final class LeverRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Verdict.Finding finding;

  /** A lever was not pulled for this reason. */
  LeverRefusedException(Verdict.Finding finding) {
    super(finding.text());
    this.finding = finding;
  }

  /** Why. */
  public Verdict.Finding finding() {
    return finding;
  }
}
