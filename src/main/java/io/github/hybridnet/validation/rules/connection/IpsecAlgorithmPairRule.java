package io.github.hybridnet.validation.rules.connection;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Algorithms of IPsec that only go in pairs. */
public final class IpsecAlgorithmPairRule extends ValidationRule {
  public IpsecAlgorithmPairRule() {
    super(
        "HN2054",
        "With GCMAES as IPsec encryption, IPsec integrity is the same GCMAES.",
        RuleSources.IPSEC);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (GatewayConnection connection : context.connections()) {
      for (IpsecPolicy policy : connection.options().ipsecPolicies()) {
        String encryption = policy.ipsec().encryption();
        String integrity = policy.ipsec().integrity();
        boolean combined = encryption.startsWith("GCM") || integrity.startsWith("GCM");
        if (combined && !encryption.equals(integrity)) {
          findings.add(
              error(
                  ("The IPsec policy combines the encryption %s with the integrity %s; GCMAES does"
                          + " both, so both must have the same value.")
                      .formatted(encryption, integrity),
                  policy.origin().at("ipsecIntegrity"),
                  "Write the same GCMAES algorithm in ipsecEncryption and ipsecIntegrity."));
        }
      }
    }
    return findings;
  }
}
