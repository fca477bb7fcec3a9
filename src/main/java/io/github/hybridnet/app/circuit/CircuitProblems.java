package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.UserException;
import java.time.Duration;

/** What the goals say when a circuit is missing, not ready, or not waited for any longer. */
public final class CircuitProblems {
  /** How to build without a circuit that is not ready; needless advice once that is being done. */
  public static final String DEFER =
      ". Or set hybridnet.deferExpressRoute to build everything else first";

  private static final String UNCHANGED = ". Nothing was changed";

  private CircuitProblems() {}

  /**
   * HN4005: the circuit of the ExpressRoute connection does not exist.
   *
   * @param declared whether a circuit file declares it
   */
  public static UserException missing(ResourceKey circuit, boolean declared) {
    return UserException.refused(
        "HN4005",
        "The %s does not exist in resource group '%s'. The ExpressRoute connection needs it."
            .formatted(circuit.quoted(), circuit.resourceGroup()),
        (declared
                ? "run hybridnet:create-circuit first, and give the circuit's service key to the"
                    + " connectivity provider"
                : "name an existing circuit in virtualNetworkGateway-expressRoute.parameters.json,"
                    + " or add expressRouteCircuit.parameters.json and run"
                    + " hybridnet:create-circuit")
            + DEFER
            + UNCHANGED);
  }

  static UserException notReady(ResourceKey circuit, String reason, String next) {
    return UserException.refused(
        "HN4006",
        "The " + circuit.quoted() + " is not ready for a connection: " + reason + ".",
        next + ", then run this goal again" + DEFER + UNCHANGED);
  }

  /**
   * The wait for a circuit is over.
   *
   * @param reason what keeps the circuit from being ready, as a clause
   * @param contact whom to ask about it, as a clause
   */
  static UserException providerTimeout(
      ResourceKey circuit, Duration waited, String reason, String contact) {
    return UserException.unable(
        "HN4012",
        "The "
            + circuit.quoted()
            + " is not ready after "
            + DurationText.text(waited)
            + ": "
            + reason
            + ".",
        contact
            + ". hybridnet:status shows the circuit's state. Then run the goal again, or increase"
            + " hybridnet.circuit.timeout to wait longer. The circuit exists and is not affected",
        null);
  }

  static UserException deprovisioning(ResourceKey circuit) {
    return UserException.refused(
        "HN4041",
        "The connectivity provider is deprovisioning the " + circuit.quoted() + ".",
        "ask the connectivity provider why. When the provider status of the circuit is"
            + " 'NotProvisioned', the provider can provision the circuit again with the same"
            + " service key. Or delete the circuit then, which ends its costs");
  }

  static UserException deleted(ResourceKey circuit) {
    return UserException.refused(
        "HN4042",
        "The "
            + circuit.quoted()
            + " was deleted while this goal waited for the connectivity provider.",
        "find out who deleted the circuit. The next run creates it again, with another service"
            + " key");
  }

  /** HN4043: the circuit belongs to others, and this identity may not read it. */
  public static UserException notReadable(ResourceKey circuit, CloudException failure) {
    return UserException.unable(
        "HN4043",
        "The %s in resource group '%s' of subscription '%s' cannot be read: %s."
            .formatted(
                circuit.quoted(),
                circuit.resourceGroup(),
                circuit.subscriptionId(),
                failure.inWords()),
        "ask the circuit's owner for an authorization, and set its key as authorizationKey of the"
            + " connection in virtualNetworkGateway-expressRoute.parameters.json. Or give the"
            + " identity shown above the role Network Contributor on the circuit",
        failure);
  }
}
