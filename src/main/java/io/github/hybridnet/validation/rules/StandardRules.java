package io.github.hybridnet.validation.rules;

import io.github.hybridnet.validation.Rule;
import java.util.ArrayList;
import java.util.List;

/** The one list of offline rules. */
public final class StandardRules {
  private StandardRules() {}

  /** Every rule, by number. */
  public static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(files());
    rules.addAll(addresses());
    rules.addAll(connections());
    rules.addAll(gateways());
    rules.addAll(circuit());
    rules.addAll(keys());
    rules.addAll(bgp());
    rules.addAll(names());
    rules.add(new PublicIpZones());
    rules.addAll(azure());
    return List.copyOf(rules);
  }

  private static List<Rule> files() {
    return List.of(
        new SameVirtualNetwork(),
        new SameResourceGroup(),
        new OwnGateway(),
        new OwnCircuit(),
        new CircuitReferenceForm(),
        new RolesOfFiles(),
        new GroupedSubnetsExist(),
        new OneGroupPerSubnet(),
        new SubnetsGroupDeclared());
  }

  private static List<Rule> addresses() {
    return List.of(
        new GatewaySubnetExists(),
        new GatewaySubnetSize(),
        new GatewaySubnetBare(),
        new PrefixForm(),
        new NoHostBits(),
        new SubnetsInside(),
        new Disjoint(),
        new SubnetSize(),
        new ForbiddenSpace(),
        new PrivateSpace(),
        new DnsServers());
  }

  private static List<Rule> connections() {
    return List.of(
        new ConnectionNeeds(),
        new ConnectionHasOnly(),
        new DeviceAddress(),
        new DeviceAddressPublic(),
        new DeviceName(),
        new DevicePrefixesApart(),
        new DeviceHasRoutes());
  }

  private static List<Rule> gateways() {
    return List.of(
        new KnownSku(),
        new RetiredSku(),
        new ClosedSku(),
        new SkuGeneration(),
        new BasicSku(),
        new RouteBased(),
        new GatewayHasOnly(),
        new AutoscaleBounds(),
        new PublicIpPolicy(),
        new GatewayFitsCircuit());
  }

  private static List<Rule> circuit() {
    return List.of(
        new CircuitBandwidth(),
        new LocalCircuit(),
        new PeeringLocation(),
        new PremiumCircuit(),
        new PeeringPrefixes(),
        new PeeringsDiffer(),
        new PeeringKey(),
        new CircuitGroup());
  }

  private static List<Rule> keys() {
    return List.of(
        new KeyForm(),
        new WeakKey(),
        new LiteralSecret(),
        new SharedKeyPresent(),
        new IpsecAlgorithms(),
        new OneIpsecPolicy());
  }

  private static List<Rule> bgp() {
    return List.of(new Asns(), new DifferentAsns(), new BgpComplete(), new BgpPeerAddress());
  }

  private static List<Rule> names() {
    return List.of(
        new NameFormRule(),
        new NamesDiffer(),
        new SecurityRulePriorities(),
        new SecurityRuleEnds(),
        new Tags());
  }

  /** What Azure decides by itself, or takes only together with something else. */
  private static List<Rule> azure() {
    return List.of(
        new AssignedBgpAddress(),
        new MicrosoftPeeringWhole(),
        new ExpressRouteVpnType(),
        new FastPathSku(),
        new LinkLocalPeer(),
        new AsnBesideExpressRoute());
  }
}
