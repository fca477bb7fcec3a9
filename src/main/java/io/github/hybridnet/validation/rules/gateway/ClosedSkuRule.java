package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** SKUs of VPN gateways that are being retired and can no longer be created. */
public final class ClosedSkuRule extends ValidationRule {
  public ClosedSkuRule() {
    super("HN2032", "A VPN gateway's SKU is one that Azure still creates.", RuleSources.VPN_SKUS);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return SupersededGateway.of(context, GatewaySku.Status.CLOSED)
        .map(
            old ->
                finding(
                    old.severity(),
                    old.subject()
                        + ", which Azure has not created since 2025 and retired in September 2026"
                        + old.consequence(),
                    old.place(),
                    old.fix()))
        .toList();
  }
}
