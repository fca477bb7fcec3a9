package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Secrets do not belong into files that are committed. */
final class LiteralSecret extends NumberedRule {
  LiteralSecret() {
    super(
        "HN2052",
        "Secrets are not written out in parameter files.",
        "articles/azure-resource-manager/templates/key-vault-parameter.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return Keys.all(context).stream()
        .filter(key -> key.secret().source() == Secret.Source.FILE && !key.text().isEmpty())
        .map(
            key ->
                warning(
                    key.what()
                        + " is written out in the file, for everybody who can read the"
                        + " repository.",
                    key.place(),
                    "Write '${env.NAME}' and set the environment variable, or write a Key Vault"
                        + " reference."))
        .toList();
  }
}
