package io.github.hybridnet.failover.lever;

import io.github.hybridnet.failover.Verdict.Finding;

/** Why levers are not pulled: each code stands for one kind of reason. */
final class Refusals {
  private Refusals() {}

  /** What the lever moves is not there, or carries nothing that could be taken away. */
  static Finding nothingToMove(String text, String fix) {
    return new Finding("HN5015", text, fix);
  }

  /** The write might take away a key that nobody here knows. */
  static Finding keyUnknown(String text, String fix) {
    return new Finding("HN5016", text, fix);
  }

  /** What is deleted would not come back as it was. */
  static Finding notTheSame(String text, String fix) {
    return new Finding("HN5017", text, fix);
  }

  /** What is deleted could not be made again for want of an authorization key. */
  static Finding noAuthorization(String text, String fix) {
    return new Finding("HN5018", text, fix);
  }

  /** Azure's test of a site failover cannot be started. */
  static Finding noSiteTest(String text, String fix) {
    return new Finding("HN5019", text, fix);
  }
}
