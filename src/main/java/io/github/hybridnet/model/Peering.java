package io.github.hybridnet.model;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A peering of a circuit.
 *
 * @param type {@code AzurePrivatePeering} or {@code MicrosoftPeering}
 * @param vlanId 1 to 4094
 * @param peerAsn the customer's autonomous system number
 * @param primaryPeerAddressPrefix /30 of the primary link
 * @param secondaryPeerAddressPrefix /30 of the secondary link
 * @param sharedKey MD5 key of the BGP session, 1 to 25 characters, or null
 * @param origin where it was written
 */
public record Peering(
    String type,
    int vlanId,
    long peerAsn,
    Cidr primaryPeerAddressPrefix,
    Cidr secondaryPeerAddressPrefix,
    @Nullable Secret sharedKey,
    PropertyLocations origin) {

  /** The name of private peering. */
  public static final String PRIVATE = "AzurePrivatePeering";

  Peering mapSecrets(UnaryOperator<Secret> replacement) {
    return new Peering(
        type,
        vlanId,
        peerAsn,
        primaryPeerAddressPrefix,
        secondaryPeerAddressPrefix,
        sharedKey == null ? null : replacement.apply(sharedKey),
        origin);
  }
}
