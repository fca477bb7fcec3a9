package io.github.hybridnet.validation.rules.reference;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.NetworkReference;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files must name the same virtual network. */
public final class SameVirtualNetworkRule extends ValidationRule {
  public SameVirtualNetworkRule() {
    super("HN2001", "All files name the same virtual network.", RuleSources.ARCHITECTURE);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    Map<NetworkReference, String> references = references(context);
    VirtualNetwork declared = context.network().virtualNetwork();
    String name = declared == null ? null : declared.name();
    SourceLocation sourceLocation = declared == null ? null : declared.origin().at("name");
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<NetworkReference, String> entry : references.entrySet()) {
      NetworkReference reference = entry.getKey();
      SourceLocation here = reference.origin().at("name");
      if (name == null || sourceLocation == null) {
        name = reference.name();
        sourceLocation = here;
      } else if (!name.equalsIgnoreCase(reference.name())) {
        findings.add(
            error(
                "%s for the virtual network '%s', but the network is called '%s' at %s."
                    .formatted(entry.getValue(), reference.name(), name, sourceLocation),
                here,
                "Write the same name in all files."));
      }
    }
    return findings;
  }

  private static Map<NetworkReference, String> references(RuleContext context) {
    Map<NetworkReference, String> references = new LinkedHashMap<>();
    for (GatewayDeclaration declaration : context.gateways()) {
      references.put(
          declaration.network(), "Gateway '" + declaration.gateway().name() + "' is declared");
    }
    NetworkSecurityGroups groups = context.network().networkSecurityGroups();
    if (groups != null) {
      references.put(groups.network(), "Security groups are declared");
    }
    return references;
  }
}
