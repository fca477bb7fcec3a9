package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.DrillFinding;

/** Why ExpressRoute is not disconnected: each code stands for one kind of reason. */
final class DisconnectRefusals {
  private DisconnectRefusals() {}

  /** The resource does not exist, or carries no ExpressRoute traffic. */
  static DrillFinding nothingToMove(String text, String fix) {
    return new DrillFinding("HN5015", text, fix);
  }

  /** The write may remove an MD5 key that is not known here. */
  static DrillFinding keyUnknown(String text, String fix) {
    return new DrillFinding("HN5016", text, fix);
  }

  /** What is deleted would not come back as it was. */
  static DrillFinding notTheSame(String text, String fix) {
    return new DrillFinding("HN5017", text, fix);
  }

  /** What is deleted could not be made again for want of an authorization key. */
  static DrillFinding noAuthorization(String text, String fix) {
    return new DrillFinding("HN5018", text, fix);
  }

  /** Azure's test of a site failover cannot be started. */
  static DrillFinding noSiteTest(String text, String fix) {
    return new DrillFinding("HN5019", text, fix);
  }
}
