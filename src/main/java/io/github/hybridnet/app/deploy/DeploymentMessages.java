package io.github.hybridnet.app.deploy;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.declared.DeploymentScope;
import java.util.List;

/** The lines that {@code deploy-network} and {@code plan} show. */
final class DeploymentMessages {
  /** Before the reason why a plan does without the ExpressRoute connection. */
  static final String CONNECTION_NOT_IN_PLAN =
      "The ExpressRoute connection is not part of this plan:";

  /** Before the reason why a deployment did without the ExpressRoute connection. */
  static final String CONNECTION_NOT_CREATED = "The ExpressRoute connection was not created:";

  private DeploymentMessages() {}

  static String zonesNotReported(DeploymentScope scope) {
    return "Azure did not report the availability zones of region '"
        + scope.region()
        + "'. New public IP addresses are requested in zones "
        + String.join(", ", scope.zones())
        + ", and without zones if Azure refuses that.";
  }

  static String circuitAssumed(ResourceKey circuit) {
    return "This identity cannot read the "
        + circuit.quoted()
        + ". The circuit is assumed to be provisioned, because the parameter files have an"
        + " authorization key.";
  }

  static String matches(boolean isConnectionDeferred, boolean isUnchanged) {
    return (isConnectionDeferred ? "Everything except the ExpressRoute connection" : "The network")
        + " matches the parameter files."
        + (isUnchanged ? " No changes." : "");
  }

  static String unfinishedDrill(String id) {
    return "The failover drill '"
        + id
        + "' is unfinished. hybridnet:deploy-network restores ExpressRoute first, if the"
        + " disconnected resource is in the parameter files, and then reads the circuit.";
  }

  /** The commands that carry a plan out; nothing follows them, so that they can be copied. */
  static String commands(List<String> goals) {
    return "Nothing was changed. To carry out this plan, run: " + String.join(", then ", goals);
  }
}
