package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** An IPsec connection needs a device, an ExpressRoute connection needs a circuit. */
public final class ConnectionEndpointRule extends ValidationRule {
  public ConnectionEndpointRule() {
    super(
        "HN2021",
        "An IPsec connection has a local network gateway, an ExpressRoute connection a circuit.",
        RuleSources.CONNECTION_API);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayConnection gatewayConnection : context.connectionsInTheirFiles()) {
      boolean ipsec = gatewayConnection.type().equals("IPsec");
      Object end = ipsec ? gatewayConnection.localNetworkGateway() : gatewayConnection.circuit();
      if (end == null) {
        String property = ipsec ? "localNetworkGateway" : "expressRouteCircuit";
        findings.add(
            error(
                "Connection '%s' of type %s has no %s."
                    .formatted(gatewayConnection.name(), gatewayConnection.type(), property),
                gatewayConnection.origin().self(),
                "Add \"" + property + "\"."));
      }
    }
    return findings;
  }
}
