package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** The connection of a file must belong to the gateway of the same file. */
final class OwnGateway extends NumberedRule {
  OwnGateway() {
    super("HN2003", "A connection names the gateway of its own file.", Docs.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gateways()) {
      String gateway = declaration.gateway().name();
      Connection connection = declaration.connection();
      if (!gateway.equalsIgnoreCase(connection.gatewayName())) {
        findings.add(
            error(
                "Connection '%s' names the gateway '%s', but this file declares '%s'."
                    .formatted(connection.name(), connection.gatewayName(), gateway),
                connection.origin().at("virtualNetworkGateway1/name"),
                "Write '" + gateway + "' in virtualNetworkGateway1."));
      }
    }
    return findings;
  }
}
