package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** SKUs of VPN gateways that no longer run. */
public final class RetiredSkuRule extends ValidationRule {
  public RetiredSkuRule() {
    super("HN2031", "A VPN gateway's SKU is not retired.", RuleSources.VPN_SKUS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return SupersededGateway.of(context, GatewaySku.Status.RETIRED)
        .map(
            old ->
                finding(
                    old.severity(),
                    "%s, which Azure has not created since December 2023 and retired in March 2026%s"
                        .formatted(old.subject(), old.consequence()),
                    old.place(),
                    old.fix()))
        .toList();
  }
}
