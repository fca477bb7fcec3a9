package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each gateway file has its role: one VPN gateway and one ExpressRoute gateway. */
public final class GatewayFileRoleRule extends ValidationRule {
  public GatewayFileRoleRule() {
    super(
        "HN2006",
        "One file declares the VPN gateway, the other the ExpressRoute gateway.",
        RuleSources.COEXISTENCE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    check(context.network().vpn(), GatewayType.VPN, "IPsec", findings);
    check(context.network().expressRoute(), GatewayType.EXPRESS_ROUTE, "ExpressRoute", findings);
    return findings;
  }

  private void check(
      @Nullable GatewayDeclaration declaration,
      GatewayType type,
      String connectionType,
      List<Finding> findings) {
    if (declaration == null) {
      return;
    }
    Gateway gateway = declaration.gateway();
    if (gateway.type() != type) {
      findings.add(
          error(
              "Gateway '%s' is of type %s, but this file is for the gateway of type %s."
                  .formatted(gateway.name(), gateway.type().armName(), type.armName()),
              gateway.origin().at("gatewayType"),
              "Write '" + type.armName() + "', or move the gateway to the other file."));
    }
    declaration.connections().stream()
        .filter(connection -> !connection.type().equals(connectionType))
        .map(connection -> misplaced(connection, connectionType))
        .forEach(findings::add);
  }

  private Finding misplaced(GatewayConnection connection, String connectionType) {
    return error(
        "Connection '%s' is of type %s, but this file is for the connection of type %s."
            .formatted(connection.name(), connection.type(), connectionType),
        connection.origin().at("connectionType"),
        "Write '" + connectionType + "', or move the connection to the other file.");
  }
}
