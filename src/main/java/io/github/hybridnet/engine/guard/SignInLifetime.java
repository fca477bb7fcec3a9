package io.github.hybridnet.engine.guard;

import java.time.Instant;

/**
 * How long an identity stays signed in.
 *
 * @param kind what is known of it
 * @param surely until when it is signed in at least; {@link Instant#MAX} where it can sign in anew
 * @param reason a clause that says why, such as {@code the token of GitLab cannot be renewed}
 */
public record SignInLifetime(Kind kind, Instant surely, String reason) {

  /** What is known of the end. */
  public enum Kind {
    /** The identity can sign in anew at any time. */
    RENEWABLE,
    /** It cannot sign in anew after that time. */
    ENDS,
    /** Whether it can sign in anew will be seen when its token ends. */
    UNKNOWN
  }

  /** An identity that can sign in anew at any time. */
  public static SignInLifetime renewable(String reason) {
    return new SignInLifetime(Kind.RENEWABLE, Instant.MAX, reason);
  }

  /** An identity that is signed in until then, and not longer. */
  public static SignInLifetime endsAt(Instant end, String reason) {
    return new SignInLifetime(Kind.ENDS, end, reason);
  }

  /** An identity that is signed in until then, and perhaps longer. */
  public static SignInLifetime unknownAfter(Instant surely, String reason) {
    return new SignInLifetime(Kind.UNKNOWN, surely, reason);
  }

  /** Whether it is certain that the identity is still signed in then. */
  public boolean covers(Instant end) {
    return !surely.isBefore(end);
  }
}
