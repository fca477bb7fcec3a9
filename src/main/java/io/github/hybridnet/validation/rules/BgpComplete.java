package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BGP needs both sides. */
final class BgpComplete extends NumberedRule {
  BgpComplete() {
    super(
        "HN2062",
        "BGP is set on the gateway, the connection and the device, or nowhere.",
        Docs.BGP);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    LocalNetworkGateway device = context.device().orElse(null);
    if (vpn == null || device == null) {
      return List.of();
    }
    Connection connection = vpn.connection();
    boolean wanted = Boolean.TRUE.equals(connection.options().enableBgp());
    List<Finding> findings = new ArrayList<>();
    if (wanted && !isEnabled(vpn.gateway().bgp())) {
      findings.add(
          error(
              "Connection '"
                  + connection.name()
                  + "' uses BGP, but gateway '"
                  + vpn.gateway().name()
                  + "' does not.",
              connection.origin().at("enableBgp"),
              "Set enableBgp to true on the gateway."));
    }
    if (wanted && device.bgp() == null) {
      findings.add(
          error(
              "Connection '"
                  + connection.name()
                  + "' uses BGP, but local network gateway '"
                  + device.name()
                  + "' does not say how to reach its peer.",
              device.origin().self(),
              "Add \"bgp\" with \"asn\" and \"bgpPeeringAddress\"."));
    }
    if (!wanted && device.bgp() != null) {
      findings.add(
          warning(
              "Local network gateway '"
                  + device.name()
                  + "' has BGP settings, but connection '"
                  + connection.name()
                  + "' does not use BGP.",
              device.origin().at("bgp"),
              "Set enableBgp to true on the connection, or remove bgp."));
    }
    return findings;
  }

  private static boolean isEnabled(@Nullable Bgp bgp) {
    return bgp != null && Boolean.TRUE.equals(bgp.enabled());
  }
}
