package io.github.hybridnet.azure.signin;

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
record Candidate(String method, @Nullable Identity identity, String reason, boolean isLast) {

  static Candidate open(String method, Identity identity) {
    return new Candidate(method, identity, "", true);
  }

  static Candidate closed(String method, String reason) {
    return new Candidate(method, null, reason, false);
  }

  static Candidate broken(String method, String reason) {
    return new Candidate(method, null, reason, true);
  }
}
