package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** A connection takes one custom policy. */
final class OneIpsecPolicy extends NumberedRule {
  OneIpsecPolicy() {
    super("HN2055", "A connection has at most one custom IPsec policy.", Docs.IPSEC);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.gateways().stream()
        .map(GatewayDeclaration::connection)
        .filter(connection -> connection.options().ipsecPolicies().size() > 1)
        .map(
            connection ->
                error(
                    "Connection '%s' has %s custom IPsec policies; Azure takes one."
                        .formatted(connection.name(), connection.options().ipsecPolicies().size()),
                    connection.origin().at("ipsecPolicies/1"),
                    "Keep one of them."))
        .toList();
  }
}
