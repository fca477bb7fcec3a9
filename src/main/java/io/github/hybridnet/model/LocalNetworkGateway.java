package io.github.hybridnet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The on-premises VPN device and what lies behind it.
 *
 * @param name its name
 * @param ipAddress the device's public IPv4 address, or null when a name is given
 * @param fqdn the device's DNS name, or null when an address is given
 * @param addressPrefixes the on-premises prefixes
 * @param bgp the device's BGP settings, or null
 * @param origin where it was written
 */
public record LocalNetworkGateway(
    String name,
    @Nullable String ipAddress,
    @Nullable String fqdn,
    List<Cidr> addressPrefixes,
    @Nullable BgpSettings bgp,
    PropertyLocations origin) {

  /** Copies the list, which cannot be changed afterwards. */
  public LocalNetworkGateway {
    addressPrefixes = List.copyOf(addressPrefixes);
  }
}
