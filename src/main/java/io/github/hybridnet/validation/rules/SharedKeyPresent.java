package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Without a key, Azure invents one. */
final class SharedKeyPresent extends NumberedRule {
  SharedKeyPresent() {
    super(
        "HN2053",
        "An IPsec connection has a shared key.",
        "hashicorp/terraform-provider-azurerm pull request 20405");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    GatewayDeclaration vpn = context.network().vpn();
    if (vpn == null || !vpn.connection().type().equals("IPsec")) {
      return List.of();
    }
    Connection connection = vpn.connection();
    // A key that is written and could not be read has been reported already.
    if (connection.sharedKey() != null
        || connection.origin().properties().containsKey("sharedKey")) {
      return List.of();
    }
    return List.of(
        warning(
            "Connection '"
                + connection.name()
                + "' has no sharedKey; Azure will make one up, and the device will not know it.",
            connection.origin().self(),
            "Add \"sharedKey\" with a placeholder or a Key Vault reference."));
  }
}
