package io.github.hybridnet.validation.rules.name;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Azure must accept the names of all resources. */
public final class NameFormatRule extends ValidationRule {
  public NameFormatRule() {
    super(
        "HN2070", "Names have the characters and the length that Azure allows.", RuleSources.NAMES);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ResourceNames.NamedResource namedResource : ResourceNames.of(context).all()) {
      check(
          namedResource.form(),
          namedResource.name(),
          namedResource.kind(),
          namedResource.place(),
          findings);
    }
    String group = context.network().resourceGroup();
    if (group != null) {
      check(
          NameFormat.RESOURCE_GROUP,
          group,
          "the resource group",
          groupPlace(group, context),
          findings);
    }
    return findings;
  }

  private void check(
      NameFormat form,
      String name,
      String kind,
      SourceLocation sourceLocation,
      List<Finding> findings) {
    if (!form.accepts(name)) {
      findings.add(
          error(
              "'" + name + "' is not a name for " + kind + ".",
              sourceLocation,
              "Use " + form.words() + "."));
    }
  }

  private static SourceLocation groupPlace(String group, RuleContext context) {
    return context.gateways().stream()
        .map(GatewayDeclaration::network)
        .filter(reference -> group.equals(reference.resourceGroup()))
        .map(reference -> reference.origin().at("resourceGroup"))
        .findFirst()
        .orElse(SourceLocation.of("hybridnet.resourceGroup"));
  }
}
