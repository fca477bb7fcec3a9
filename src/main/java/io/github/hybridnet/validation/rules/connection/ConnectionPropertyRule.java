package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Properties of the other type of connection. */
public final class ConnectionPropertyRule extends ValidationRule {
  private static final List<String> IPSEC_ONLY =
      List.of("sharedKey", "localNetworkGateway", "ipsecPolicies", "dpdTimeoutSeconds");
  private static final List<String> EXPRESS_ROUTE_ONLY =
      List.of("expressRouteCircuit", "authorizationKey", "expressRouteGatewayBypass");

  public ConnectionPropertyRule() {
    super(
        "HN2022",
        "A connection has only the properties of its type.",
        "Azure/azure-cli issue 2054: a shared key cannot be used with an ExpressRoute connection");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayConnection gatewayConnection : context.connectionsInTheirFiles()) {
      List<String> foreign =
          gatewayConnection.type().equals("IPsec") ? EXPRESS_ROUTE_ONLY : IPSEC_ONLY;
      for (String property : foreign) {
        SourceLocation sourceLocation = gatewayConnection.origin().properties().get(property);
        if (sourceLocation != null) {
          findings.add(
              error(
                  "Connection '%s' of type %s cannot have %s."
                      .formatted(gatewayConnection.name(), gatewayConnection.type(), property),
                  sourceLocation,
                  "Remove " + property + "."));
        }
      }
    }
    return findings;
  }
}
