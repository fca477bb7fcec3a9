package io.github.hybridnet.azure.signin.credential;

import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.text.UserException;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the identity of a machine, as whole sentences. */
final class ManagedIdentityProblems {
  private ManagedIdentityProblems() {}

  /** Nobody answers as an Azure machine would. */
  static UserException notOnAzure(SourcedValue identity, String said, @Nullable Throwable detail) {
    return UserException.unable(
        "HN3052",
        "The " + identity + " cannot be used here: this machine has no managed identity. " + said,
        "run the build on an Azure machine with a managed identity, or choose another"
            + " hybridnet.auth.type. Proxies must not be used for 169.254.169.254",
        detail);
  }

  /** The machine has no such identity. */
  static UserException noSuchIdentity(SourcedValue identity) {
    return UserException.unable(
        "HN3069",
        "The " + identity + " is not assigned to this machine.",
        "assign the managed identity to the machine, or correct"
            + " hybridnet.auth.managedIdentity.clientId, objectId or resourceId. If none of them is"
            + " set, the machine's own identity is used",
        null);
  }
}
