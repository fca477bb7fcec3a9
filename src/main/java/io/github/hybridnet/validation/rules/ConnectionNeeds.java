package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** An IPsec connection needs a device, an ExpressRoute connection needs a circuit. */
final class ConnectionNeeds extends NumberedRule {
  ConnectionNeeds() {
    super(
        "HN2021",
        "An IPsec connection has a local network gateway, an ExpressRoute connection a circuit.",
        Docs.CONNECTION_API);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gatewaysInTheirFiles()) {
      Connection connection = declaration.connection();
      boolean ipsec = connection.type().equals("IPsec");
      Object end = ipsec ? connection.localNetworkGateway() : connection.circuit();
      if (end == null) {
        String property = ipsec ? "localNetworkGateway" : "expressRouteCircuit";
        findings.add(
            error(
                "Connection '%s' of type %s has no %s."
                    .formatted(connection.name(), connection.type(), property),
                connection.origin().self(),
                "Add \"" + property + "\"."));
      }
    }
    return findings;
  }
}
