package io.github.hybridnet.azure.signin.cli;

import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cli.AzureCliTokenCredential.CliAccount;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the Azure CLI, as whole sentences. */
final class AzureCliProblems {
  private static final String BY_HAND =
      "run 'az account get-access-token' on this machine and fix the problem that it shows, or"
          + " choose another hybridnet.auth.type";

  private AzureCliProblems() {}

  /** No user is signed in, or the sign-in has expired. */
  static UserException signInAgain(String said, CliAccount cliAccount) {
    SourcedValue tenant = cliAccount.tenant();
    return UserException.unable(
        "HN3015",
        "The user of the Azure CLI (from az login) is not signed in: " + said,
        "run 'az login"
            + (tenant == null ? "" : " --tenant " + tenant.value())
            + "', or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET"
            + (cliAccount.namesApplication()
                ? ". AZURE_CLIENT_ID is set, but no secret, certificate or token of this client is"
                : ""),
        null);
  }

  /** It does not know the subscription. */
  static UserException unknownSubscription(
      SourcedValue subscription, @Nullable SourcedValue tenant) {
    return UserException.unable(
        "HN3057",
        "The Azure CLI does not know the subscription " + subscription.quoted() + ".",
        "compare the id with the output of 'az account list --refresh', or run 'az login --tenant "
            + (tenant == null ? "<tenant>" : tenant.value())
            + "' with the tenant of the subscription",
        null);
  }

  /** It gave a token of another tenant. */
  static UserException otherTenant(String tenant, SourcedValue wanted) {
    return UserException.unable(
        "HN3057",
        "The Azure CLI returned a token for the tenant '"
            + tenant
            + "' instead of "
            + wanted.quoted()
            + ".",
        "set hybridnet.tenantId and hybridnet.subscriptionId to a tenant and a subscription of that"
            + " tenant, or run 'az login --tenant <tenant>'",
        null);
  }

  /** It ended with a failure. */
  static UserException failed(int status, String said) {
    return UserException.unable(
        "HN3054",
        "The Azure CLI failed with status "
            + status
            + (said.isEmpty() ? " and printed nothing." : ": " + said),
        BY_HAND,
        null);
  }

  /** It succeeded, but without a token. */
  static UserException noToken() {
    return UserException.unable(
        "HN3056", "The Azure CLI returned no token that can be read.", BY_HAND, null);
  }

  /** It did not end in time. */
  static UserException tooLong(Duration limit) {
    return UserException.unable(
        "HN3055",
        "The Azure CLI did not answer within " + limit.toSeconds() + " s, and was stopped.",
        BY_HAND + ". The Azure CLI may be waiting for input, which a build cannot give",
        null);
  }

  /** It printed too much. */
  static UserException tooMuch() {
    return UserException.unable(
        "HN3056",
        "The Azure CLI printed more than a token can be long, and was stopped.",
        BY_HAND,
        null);
  }

  /** It cannot be started. */
  static UserException notRunnable(Path program, Throwable why) {
    return UserException.unable(
        "HN3054",
        "The Azure CLI '" + program + "' cannot be started.",
        "install the Azure CLI again, or choose another hybridnet.auth.type",
        why);
  }
}
