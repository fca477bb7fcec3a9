package io.github.hybridnet.azure.signin.credential;

import org.jspecify.annotations.Nullable;

/**
 * A way to sign in that was considered.
 *
 * @param method as shown to users, such as {@code workload identity}
 * @param identity who would sign in, or null when the way is closed
 * @param reason why it is closed, or empty
 * @param isLast whether no other way is considered after this one: it is open, or somebody set it
 *     up and it does not work
 */
public record CredentialCandidate(
    String method, @Nullable SignInIdentity identity, String reason, boolean isLast) {

  static CredentialCandidate open(String method, SignInIdentity signInIdentity) {
    return new CredentialCandidate(method, signInIdentity, "", true);
  }

  static CredentialCandidate closed(String method, String reason) {
    return new CredentialCandidate(method, null, reason, false);
  }

  static CredentialCandidate broken(String method, String reason) {
    return new CredentialCandidate(method, null, reason, true);
  }
}
