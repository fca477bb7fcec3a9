package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The security groups must be in the resource group of the network. */
public final class SecurityGroupResourceGroupRule extends ValidationRule {
  public SecurityGroupResourceGroupRule() {
    super(
        "HN2002",
        "The security groups are in the resource group of their network.",
        RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    HybridNetwork network = context.network();
    NetworkSecurityGroups groups = network.networkSecurityGroups();
    String group = network.resourceGroup();
    if (groups == null || group == null || namesAnotherNetwork(groups, network.virtualNetwork())) {
      return List.of();
    }
    String declared = groups.network().resourceGroup();
    if (declared == null || declared.equalsIgnoreCase(group)) {
      return List.of();
    }
    return List.of(
        warning(
            ("The security groups are declared for the resource group '%s', but everything is "
                    + "deployed to '%s'.")
                .formatted(declared, group),
            groups.network().origin().at("resourceGroup"),
            "Write '" + group + "'."));
  }

  /** Then that is the mistake, and it is reported already. */
  private static boolean namesAnotherNetwork(
      NetworkSecurityGroups groups, @Nullable VirtualNetwork network) {
    return network != null && !network.name().equalsIgnoreCase(groups.network().name());
  }
}
