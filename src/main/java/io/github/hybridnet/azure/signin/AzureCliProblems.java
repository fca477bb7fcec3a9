package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.signin.AzureCli.Account;
import io.github.hybridnet.model.HybridnetException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the Azure CLI, as whole sentences. */
final class AzureCliProblems {
  private static final String BY_HAND =
      "Run 'az account get-access-token' by hand on this machine and solve what it shows, or choose"
          + " another hybridnet.auth.type.";

  private AzureCliProblems() {}

  /** Nobody is signed in, or not any more. */
  static HybridnetException signInAgain(String said, Account account) {
    Sourced tenant = account.tenant();
    return HybridnetException.unable(
        "HN3015",
        "The user of the Azure CLI (from az login) is not signed in: " + said,
        "Run 'az login"
            + (tenant == null ? "" : " --tenant " + tenant.value())
            + "', or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET."
            + (account.namesApplication()
                ? " AZURE_CLIENT_ID is set, but no secret, certificate or token for it."
                : ""),
        null);
  }

  /** It does not know the subscription. */
  static HybridnetException unknownSubscription(Sourced subscription, @Nullable Sourced tenant) {
    return HybridnetException.unable(
        "HN3057",
        "The Azure CLI does not know the subscription " + subscription + ".",
        "Check the id with 'az account list --refresh', or run 'az login --tenant "
            + (tenant == null ? "<tenant>" : tenant.value())
            + "' with the tenant of the subscription.",
        null);
  }

  /** It gave a token of another tenant. */
  static HybridnetException otherTenant(String tenant, Sourced wanted) {
    return HybridnetException.unable(
        "HN3057",
        "The Azure CLI gave a token of the tenant " + tenant + ", and not of " + wanted + ".",
        "Check tenant and subscription: they must belong together.",
        null);
  }

  /** It ended with a failure. */
  static HybridnetException failed(int status, String said) {
    return HybridnetException.unable(
        "HN3054",
        "The Azure CLI failed with status "
            + status
            + (said.isEmpty() ? " and said nothing." : ": " + said),
        BY_HAND,
        null);
  }

  /** It ended in peace, and without a token. */
  static HybridnetException noToken() {
    return HybridnetException.unable(
        "HN3056", "The Azure CLI answered without a token that can be read.", BY_HAND, null);
  }

  /** It did not end. */
  static HybridnetException tooLong(Duration limit) {
    return HybridnetException.unable(
        "HN3055",
        "The Azure CLI did not answer within " + limit.toSeconds() + " s, and was ended.",
        "It may be waiting for an answer that a build cannot give. " + BY_HAND,
        null);
  }

  /** It wrote without end. */
  static HybridnetException tooMuch() {
    return HybridnetException.unable(
        "HN3056",
        "The Azure CLI wrote more than a token can be long, and was ended.",
        BY_HAND,
        null);
  }

  /** It cannot be started. */
  static HybridnetException notRunnable(Path program, Throwable why) {
    return HybridnetException.unable(
        "HN3054",
        "The Azure CLI " + program + " cannot be started.",
        "Install it anew, or choose another hybridnet.auth.type.",
        why);
  }
}
