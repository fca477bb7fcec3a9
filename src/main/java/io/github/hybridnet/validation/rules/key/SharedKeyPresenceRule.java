package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Without a declared key, Azure generates one. */
public final class SharedKeyPresenceRule extends ValidationRule {
  public SharedKeyPresenceRule() {
    super(
        "HN2053",
        "An IPsec connection has a shared key.",
        "hashicorp/terraform-provider-azurerm pull request 20405");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    return vpn == null
        ? List.of()
        : vpn.connections().stream()
            .filter(connection -> connection.type().equals("IPsec"))
            .filter(connection -> !hasKey(connection))
            .map(this::missing)
            .toList();
  }

  /** A key that is written and could not be read has been reported already. */
  private static boolean hasKey(GatewayConnection connection) {
    return connection.sharedKey() != null
        || connection.origin().properties().containsKey("sharedKey");
  }

  private Finding missing(GatewayConnection connection) {
    return warning(
        "Connection '"
            + connection.name()
            + "' has no sharedKey. Azure generates one, which the device does not know.",
        connection.origin().self(),
        "Add \"sharedKey\" with a placeholder or a Key Vault reference.");
  }
}
