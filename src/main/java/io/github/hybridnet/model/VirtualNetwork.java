package io.github.hybridnet.model;

import java.util.List;
import java.util.Map;

/**
 * The virtual network that both gateways are in.
 *
 * @param name 2 to 64 characters
 * @param addressPrefixes its address space
 * @param subnets its declared subnets, {@code GatewaySubnet} among them
 * @param dnsServers custom DNS servers; empty means that the declaration has no say
 * @param tags tags to set
 * @param origin where it was written
 */
public record VirtualNetwork(
    String name,
    List<Cidr> addressPrefixes,
    List<Subnet> subnets,
    List<String> dnsServers,
    Map<String, String> tags,
    PropertyLocations origin) {

  /** Copies the collections, which cannot be changed afterwards. */
  public VirtualNetwork {
    addressPrefixes = List.copyOf(addressPrefixes);
    subnets = List.copyOf(subnets);
    dnsServers = List.copyOf(dnsServers);
    tags = Map.copyOf(tags);
  }
}
