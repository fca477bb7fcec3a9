package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Properties of the other type of connection. */
final class ConnectionHasOnly extends NumberedRule {
  private static final List<String> IPSEC_ONLY =
      List.of("sharedKey", "localNetworkGateway", "ipsecPolicies", "dpdTimeoutSeconds");
  private static final List<String> EXPRESS_ROUTE_ONLY =
      List.of("expressRouteCircuit", "authorizationKey", "expressRouteGatewayBypass");

  ConnectionHasOnly() {
    super(
        "HN2022",
        "A connection has only the properties of its type.",
        "Azure/azure-cli issue 2054: a shared key cannot be used with an ExpressRoute connection");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gatewaysInTheirFiles()) {
      Connection connection = declaration.connection();
      List<String> foreign = connection.type().equals("IPsec") ? EXPRESS_ROUTE_ONLY : IPSEC_ONLY;
      for (String property : foreign) {
        Place place = connection.origin().properties().get(property);
        if (place != null) {
          findings.add(
              error(
                  "Connection '%s' of type %s cannot have %s."
                      .formatted(connection.name(), connection.type(), property),
                  place,
                  "Remove " + property + "."));
        }
      }
    }
    return findings;
  }
}
