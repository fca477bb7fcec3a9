package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Names that Azure accepts. */
final class NameFormRule extends NumberedRule {
  NameFormRule() {
    super("HN2070", "Names have the characters and the length that Azure allows.", Docs.NAMES);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Names.Named named : Names.of(context).all()) {
      check(named.form(), named.name(), named.kind(), named.place(), findings);
    }
    String group = context.network().resourceGroup();
    if (group != null) {
      check(
          NameForm.RESOURCE_GROUP,
          group,
          "the resource group",
          groupPlace(group, context),
          findings);
    }
    return findings;
  }

  private void check(NameForm form, String name, String kind, Place place, List<Finding> findings) {
    if (!form.accepts(name)) {
      findings.add(
          error(
              "'" + name + "' is not a name for " + kind + ".",
              place,
              "Use " + form.words() + "."));
    }
  }

  private static Place groupPlace(String group, RuleContext context) {
    return context.gateways().stream()
        .map(GatewayDeclaration::network)
        .filter(reference -> group.equals(reference.resourceGroup()))
        .map(reference -> reference.origin().at("resourceGroup"))
        .findFirst()
        .orElse(Place.of("hybridnet.resourceGroup"));
  }
}
