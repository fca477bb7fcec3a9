package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Origin;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every address prefix of a network, with the words and the place for a finding. */
record Prefixes(List<Declared> all) {

  /**
   * An address prefix.
   *
   * @param cidr as written
   * @param what such as "the address prefix of subnet 'web'"
   * @param place where
   */
  record Declared(Cidr cidr, String what, Place place) {}

  static Prefixes of(RuleContext context) {
    List<Declared> all = new ArrayList<>(addressSpace(context));
    all.addAll(subnets(context));
    all.addAll(device(context));
    for (Peering peering : context.peerings()) {
      all.addAll(peering(peering));
    }
    return new Prefixes(all);
  }

  static List<Declared> addressSpace(RuleContext context) {
    VirtualNetwork network = context.network().virtualNetwork();
    return network == null
        ? List.of()
        : list(
            network.addressPrefixes(),
            "the address prefix of virtual network '" + network.name() + "'",
            network.origin());
  }

  static List<Declared> subnets(RuleContext context) {
    return context.subnets().stream()
        .map(
            subnet ->
                new Declared(
                    subnet.addressPrefix(),
                    "the address prefix of subnet '" + subnet.name() + "'",
                    subnet.origin().at("addressPrefix")))
        .toList();
  }

  static List<Declared> device(RuleContext context) {
    return context
        .device()
        .map(
            device ->
                list(
                    device.addressPrefixes(),
                    "the address prefix of local network gateway '" + device.name() + "'",
                    device.origin()))
        .orElse(List.of());
  }

  static List<Declared> peering(Peering peering) {
    String of = " peer address prefix of " + peering.type();
    return List.of(
        new Declared(
            peering.primaryPeerAddressPrefix(),
            "the primary" + of,
            peering.origin().at("primaryPeerAddressPrefix")),
        new Declared(
            peering.secondaryPeerAddressPrefix(),
            "the secondary" + of,
            peering.origin().at("secondaryPeerAddressPrefix")));
  }

  private static List<Declared> list(List<Cidr> cidrs, String what, Origin origin) {
    return IntStream.range(0, cidrs.size())
        .mapToObj(i -> new Declared(cidrs.get(i), what, origin.at("addressPrefixes/" + i)))
        .toList();
  }
}
