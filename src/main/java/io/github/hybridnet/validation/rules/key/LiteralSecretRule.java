package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Secrets do not belong in files that are committed. */
public final class LiteralSecretRule extends ValidationRule {
  public LiteralSecretRule() {
    super(
        "HN2052",
        "Secrets are not written in plain text in parameter files.",
        "articles/azure-resource-manager/templates/key-vault-parameter.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredSecrets.all(context).stream()
        .filter(
            locatedSecret ->
                locatedSecret.secret().source() == Secret.Source.FILE
                    && locatedSecret.secret().length() > 0)
        .map(
            locatedSecret ->
                warning(
                    locatedSecret.what()
                        + " is in plain text in the file, where everybody who can read the"
                        + " repository sees it.",
                    locatedSecret.place(),
                    "Write '${env.NAME}' and set the environment variable, or write a Key Vault"
                        + " reference."))
        .toList();
  }
}
