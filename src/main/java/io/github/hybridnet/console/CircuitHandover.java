package io.github.hybridnet.console;

import java.util.List;

/**
 * What the customer gives to the connectivity provider.
 *
 * @param circuit the circuit's name
 * @param serviceKey the key by which the provider finds it
 * @param providerState how far the provider is
 * @param provider the provider's name
 * @param peeringLocation where
 * @param bandwidthInMbps how much, in Mbit/s
 */
public record CircuitHandover(
    String circuit,
    String serviceKey,
    String providerState,
    String provider,
    String peeringLocation,
    int bandwidthInMbps) {

  /** The lines of the hand-over sheet. */
  public List<String> lines() {
    return List.of(
        "Hand this to " + provider + ":",
        "  Circuit            " + circuit,
        "  Service key        " + serviceKey,
        "  Peering location   " + peeringLocation,
        "  Bandwidth          " + bandwidthInMbps + " Mbps",
        "  Provider state     " + providerState,
        next());
  }

  private String next() {
    return providerState.equalsIgnoreCase("Provisioned")
        ? "The provider has provisioned the circuit. Next: hybridnet:deploy-network."
        : "Azure bills the circuit from now on. Next: "
            + provider
            + " provisions it with the service key;"
            + " when it is Provisioned, run hybridnet:deploy-network.";
  }
}
