package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.model.VirtualNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every address prefix of a network, with the words and the place for a finding. */
public record DeclaredPrefixes(List<LocatedPrefix> all) {

  /**
   * An address prefix of the parameter files.
   *
   * @param cidr as written
   * @param what such as "the address prefix of subnet 'web'"
   * @param place where
   */
  public record LocatedPrefix(Cidr cidr, String what, SourceLocation place) {}

  public static DeclaredPrefixes of(RuleContext context) {
    List<LocatedPrefix> all = new ArrayList<>(addressSpace(context));
    all.addAll(subnets(context));
    all.addAll(devices(context));
    for (Peering peering : context.peerings()) {
      all.addAll(peering(peering));
    }
    return new DeclaredPrefixes(all);
  }

  public static List<LocatedPrefix> addressSpace(RuleContext context) {
    VirtualNetwork network = context.network().virtualNetwork();
    return network == null
        ? List.of()
        : list(
            network.addressPrefixes(),
            "the address prefix of virtual network '" + network.name() + "'",
            network.origin());
  }

  public static List<LocatedPrefix> subnets(RuleContext context) {
    return context.subnets().stream()
        .map(
            subnet ->
                new LocatedPrefix(
                    subnet.addressPrefix(),
                    "the address prefix of subnet '" + subnet.name() + "'",
                    subnet.origin().at("addressPrefix")))
        .toList();
  }

  public static List<LocatedPrefix> devices(RuleContext context) {
    return context.devices().stream().flatMap(device -> device(device).stream()).toList();
  }

  private static List<LocatedPrefix> device(LocalNetworkGateway device) {
    return list(
        device.addressPrefixes(),
        "the address prefix of local network gateway '" + device.name() + "'",
        device.origin());
  }

  public static List<LocatedPrefix> peering(Peering peering) {
    String of = " peer address prefix of " + peering.type();
    return List.of(
        new LocatedPrefix(
            peering.primaryPeerAddressPrefix(),
            "the primary" + of,
            peering.origin().at("primaryPeerAddressPrefix")),
        new LocatedPrefix(
            peering.secondaryPeerAddressPrefix(),
            "the secondary" + of,
            peering.origin().at("secondaryPeerAddressPrefix")));
  }

  private static List<LocatedPrefix> list(
      List<Cidr> cidrs, String what, PropertyLocations propertyLocations) {
    return IntStream.range(0, cidrs.size())
        .mapToObj(
            i ->
                new LocatedPrefix(cidrs.get(i), what, propertyLocations.at("addressPrefixes/" + i)))
        .toList();
  }
}
