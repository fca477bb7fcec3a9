package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BGP must be enabled on both sides or on neither. */
public final class BgpOnBothSidesRule extends ValidationRule {
  public BgpOnBothSidesRule() {
    super(
        "HN2062",
        "BGP is set on the gateway, the connection and the device, or nowhere.",
        RuleSources.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    return vpn == null
        ? List.of()
        : vpn.connections().stream()
            .flatMap(connection -> check(vpn.gateway(), connection).stream())
            .toList();
  }

  private List<Finding> check(Gateway gateway, GatewayConnection connection) {
    LocalNetworkGateway device = connection.localNetworkGateway();
    if (device == null) {
      return List.of();
    }
    if (Boolean.TRUE.equals(connection.options().enableBgp())) {
      return missing(gateway, connection, device);
    }
    return device.bgp() == null ? List.of() : superfluous(connection, device);
  }

  private List<Finding> missing(
      Gateway gateway, GatewayConnection connection, LocalNetworkGateway device) {
    String subject = "Connection '" + connection.name() + "' uses BGP, but ";
    List<Finding> findings = new ArrayList<>();
    if (!isEnabled(gateway.bgp())) {
      findings.add(
          error(
              subject + "gateway '" + gateway.name() + "' does not.",
              connection.origin().at("enableBgp"),
              "Set enableBgp to true on the gateway."));
    }
    if (device.bgp() == null) {
      findings.add(
          error(
              "%slocal network gateway '%s' does not say how to reach its peer."
                  .formatted(subject, device.name()),
              device.origin().self(),
              "Add \"bgp\" with \"asn\" and \"bgpPeeringAddress\"."));
    }
    return findings;
  }

  private List<Finding> superfluous(
      GatewayConnection gatewayConnection, LocalNetworkGateway device) {
    return List.of(
        warning(
            ("Local network gateway '%s' has BGP settings, but connection '%s' does not use "
                    + "BGP.")
                .formatted(device.name(), gatewayConnection.name()),
            device.origin().at("bgp"),
            "Set enableBgp to true on the connection, or remove bgp."));
  }

  private static boolean isEnabled(@Nullable BgpSettings bgpSettings) {
    return bgpSettings != null && Boolean.TRUE.equals(bgpSettings.enabled());
  }
}
