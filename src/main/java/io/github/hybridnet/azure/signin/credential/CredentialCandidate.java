package io.github.hybridnet.azure.signin.credential;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in method that was considered.
 *
 * @param method as shown to users, such as {@code workload identity}
 * @param identity the identity, or null when the method is not configured
 * @param reason why it is closed, or empty
 * @param isLast whether no other method is considered after this one: it is configured, or was
 *     asked for up and it does not work
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
