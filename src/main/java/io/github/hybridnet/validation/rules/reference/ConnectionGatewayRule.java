package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** The connection of a file must belong to the gateway of the same file. */
public final class ConnectionGatewayRule extends ValidationRule {
  public ConnectionGatewayRule() {
    super("HN2003", "A connection names the gateway of its own file.", RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gateways()) {
      String gateway = declaration.gateway().name();
      declaration.connections().stream()
          .filter(connection -> !gateway.equalsIgnoreCase(connection.gatewayName()))
          .map(connection -> otherGateway(connection, gateway))
          .forEach(findings::add);
    }
    return findings;
  }

  private Finding otherGateway(GatewayConnection connection, String gateway) {
    return error(
        "Connection '%s' names the gateway '%s', but this file declares '%s'."
            .formatted(connection.name(), connection.gatewayName(), gateway),
        connection.origin().at("virtualNetworkGateway1/name"),
        "Write '" + gateway + "' in virtualNetworkGateway1.");
  }
}
