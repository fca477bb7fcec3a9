package io.github.hybridnet.validation;

import io.github.hybridnet.validation.rules.ValidationRule;
import io.github.hybridnet.validation.rules.address.DnsServerRule;
import io.github.hybridnet.validation.rules.address.ForbiddenAddressSpaceRule;
import io.github.hybridnet.validation.rules.address.GatewaySubnetPresenceRule;
import io.github.hybridnet.validation.rules.address.GatewaySubnetSizeRule;
import io.github.hybridnet.validation.rules.address.HostBitsRule;
import io.github.hybridnet.validation.rules.address.PrefixFormatRule;
import io.github.hybridnet.validation.rules.address.PrefixOverlapRule;
import io.github.hybridnet.validation.rules.address.PrivateAddressSpaceRule;
import io.github.hybridnet.validation.rules.address.SubnetContainmentRule;
import io.github.hybridnet.validation.rules.address.SubnetSizeRule;
import io.github.hybridnet.validation.rules.bgp.AssignedBgpAddressRule;
import io.github.hybridnet.validation.rules.bgp.BgpOnBothSidesRule;
import io.github.hybridnet.validation.rules.bgp.BgpPeerAddressRule;
import io.github.hybridnet.validation.rules.bgp.CoexistenceAsnRule;
import io.github.hybridnet.validation.rules.bgp.DistinctAsnRule;
import io.github.hybridnet.validation.rules.bgp.LinkLocalPeerRule;
import io.github.hybridnet.validation.rules.bgp.ReservedAsnRule;
import io.github.hybridnet.validation.rules.circuit.CircuitBandwidthRule;
import io.github.hybridnet.validation.rules.circuit.CircuitsPerLocationRule;
import io.github.hybridnet.validation.rules.circuit.DistinctPeeringsRule;
import io.github.hybridnet.validation.rules.circuit.LocalCircuitRule;
import io.github.hybridnet.validation.rules.circuit.MicrosoftPeeringRule;
import io.github.hybridnet.validation.rules.circuit.PeeringLocationRule;
import io.github.hybridnet.validation.rules.circuit.PeeringPrefixRule;
import io.github.hybridnet.validation.rules.circuit.PremiumCircuitRule;
import io.github.hybridnet.validation.rules.connection.ConnectionCountRule;
import io.github.hybridnet.validation.rules.connection.ConnectionEndpointRule;
import io.github.hybridnet.validation.rules.connection.ConnectionPropertyRule;
import io.github.hybridnet.validation.rules.connection.DeviceAddressOrNameRule;
import io.github.hybridnet.validation.rules.connection.DeviceDnsNameRule;
import io.github.hybridnet.validation.rules.connection.DevicePrefixOverlapRule;
import io.github.hybridnet.validation.rules.connection.DevicePublicAddressRule;
import io.github.hybridnet.validation.rules.connection.DeviceRouteRule;
import io.github.hybridnet.validation.rules.connection.FastPathSkuRule;
import io.github.hybridnet.validation.rules.connection.IpsecAlgorithmPairRule;
import io.github.hybridnet.validation.rules.connection.SingleIpsecPolicyRule;
import io.github.hybridnet.validation.rules.gateway.AutoscaleBoundsRule;
import io.github.hybridnet.validation.rules.gateway.BasicSkuRule;
import io.github.hybridnet.validation.rules.gateway.ClosedSkuRule;
import io.github.hybridnet.validation.rules.gateway.ExpressRouteVpnTypeRule;
import io.github.hybridnet.validation.rules.gateway.GatewayBandwidthRule;
import io.github.hybridnet.validation.rules.gateway.GatewayGenerationRule;
import io.github.hybridnet.validation.rules.gateway.GatewayPropertyRule;
import io.github.hybridnet.validation.rules.gateway.GatewayPublicIpRule;
import io.github.hybridnet.validation.rules.gateway.GatewaySkuNameRule;
import io.github.hybridnet.validation.rules.gateway.PublicIpZonesRule;
import io.github.hybridnet.validation.rules.gateway.RetiredSkuRule;
import io.github.hybridnet.validation.rules.gateway.RouteBasedVpnRule;
import io.github.hybridnet.validation.rules.key.LiteralSecretRule;
import io.github.hybridnet.validation.rules.key.PeeringKeyRule;
import io.github.hybridnet.validation.rules.key.SharedKeyFormatRule;
import io.github.hybridnet.validation.rules.key.SharedKeyPresenceRule;
import io.github.hybridnet.validation.rules.key.WeakSharedKeyRule;
import io.github.hybridnet.validation.rules.name.DistinctNamesRule;
import io.github.hybridnet.validation.rules.name.NameFormatRule;
import io.github.hybridnet.validation.rules.name.TagFormatRule;
import io.github.hybridnet.validation.rules.reference.CircuitReferenceFormatRule;
import io.github.hybridnet.validation.rules.reference.CircuitResourceGroupRule;
import io.github.hybridnet.validation.rules.reference.ConnectionCircuitRule;
import io.github.hybridnet.validation.rules.reference.ConnectionGatewayRule;
import io.github.hybridnet.validation.rules.reference.GatewayFileRoleRule;
import io.github.hybridnet.validation.rules.reference.SameVirtualNetworkRule;
import io.github.hybridnet.validation.rules.reference.SecurityGroupResourceGroupRule;
import io.github.hybridnet.validation.rules.securitygroup.DeclaredSecurityGroupRule;
import io.github.hybridnet.validation.rules.securitygroup.GatewaySubnetSecurityGroupRule;
import io.github.hybridnet.validation.rules.securitygroup.SecurityGroupSubnetRule;
import io.github.hybridnet.validation.rules.securitygroup.SecurityRuleEndpointRule;
import io.github.hybridnet.validation.rules.securitygroup.SecurityRulePriorityRule;
import io.github.hybridnet.validation.rules.securitygroup.SingleSecurityGroupRule;
import java.util.ArrayList;
import java.util.List;

/** The one list of offline rules. */
final class StandardRules {
  private StandardRules() {}

  /** Every rule, by number. */
  static List<ValidationRule> all() {
    List<ValidationRule> rules = new ArrayList<>();
    rules.addAll(files());
    rules.addAll(addresses());
    rules.addAll(connections());
    rules.addAll(gateways());
    rules.addAll(circuit());
    rules.addAll(keys());
    rules.addAll(bgp());
    rules.addAll(names());
    rules.add(new PublicIpZonesRule());
    rules.addAll(azure());
    return List.copyOf(rules);
  }

  private static List<ValidationRule> files() {
    return List.of(
        new SameVirtualNetworkRule(),
        new SecurityGroupResourceGroupRule(),
        new ConnectionGatewayRule(),
        new ConnectionCircuitRule(),
        new CircuitReferenceFormatRule(),
        new GatewayFileRoleRule(),
        new SecurityGroupSubnetRule(),
        new SingleSecurityGroupRule(),
        new DeclaredSecurityGroupRule());
  }

  private static List<ValidationRule> addresses() {
    return List.of(
        new GatewaySubnetPresenceRule(),
        new GatewaySubnetSizeRule(),
        new GatewaySubnetSecurityGroupRule(),
        new PrefixFormatRule(),
        new HostBitsRule(),
        new SubnetContainmentRule(),
        new PrefixOverlapRule(),
        new SubnetSizeRule(),
        new ForbiddenAddressSpaceRule(),
        new PrivateAddressSpaceRule(),
        new DnsServerRule());
  }

  private static List<ValidationRule> connections() {
    return List.of(
        new ConnectionEndpointRule(),
        new ConnectionPropertyRule(),
        new DeviceAddressOrNameRule(),
        new DevicePublicAddressRule(),
        new DeviceDnsNameRule(),
        new DevicePrefixOverlapRule(),
        new DeviceRouteRule());
  }

  private static List<ValidationRule> gateways() {
    return List.of(
        new GatewaySkuNameRule(),
        new RetiredSkuRule(),
        new ClosedSkuRule(),
        new GatewayGenerationRule(),
        new BasicSkuRule(),
        new RouteBasedVpnRule(),
        new GatewayPropertyRule(),
        new AutoscaleBoundsRule(),
        new GatewayPublicIpRule(),
        new GatewayBandwidthRule());
  }

  private static List<ValidationRule> circuit() {
    return List.of(
        new CircuitBandwidthRule(),
        new LocalCircuitRule(),
        new PeeringLocationRule(),
        new PremiumCircuitRule(),
        new PeeringPrefixRule(),
        new DistinctPeeringsRule(),
        new PeeringKeyRule(),
        new CircuitResourceGroupRule());
  }

  private static List<ValidationRule> keys() {
    return List.of(
        new SharedKeyFormatRule(),
        new WeakSharedKeyRule(),
        new LiteralSecretRule(),
        new SharedKeyPresenceRule(),
        new IpsecAlgorithmPairRule(),
        new SingleIpsecPolicyRule());
  }

  private static List<ValidationRule> bgp() {
    return List.of(
        new ReservedAsnRule(),
        new DistinctAsnRule(),
        new BgpOnBothSidesRule(),
        new BgpPeerAddressRule());
  }

  private static List<ValidationRule> names() {
    return List.of(
        new NameFormatRule(),
        new DistinctNamesRule(),
        new SecurityRulePriorityRule(),
        new SecurityRuleEndpointRule(),
        new TagFormatRule());
  }

  /** What Azure decides by itself, or takes only together with something else. */
  private static List<ValidationRule> azure() {
    return List.of(
        new AssignedBgpAddressRule(),
        new MicrosoftPeeringRule(),
        new ExpressRouteVpnTypeRule(),
        new FastPathSkuRule(),
        new LinkLocalPeerRule(),
        new CoexistenceAsnRule(),
        new ConnectionCountRule(),
        new CircuitsPerLocationRule());
  }
}
