package io.github.hybridnet.engine.guard;

/** What is asked before a change. */
public enum GuardQuestion {
  /** Whether a management lock is in the way. */
  LOCKS,
  /** Whether this identity has the right to each operation. */
  PERMISSIONS,
  /** Whether something else is changing what would be changed. */
  OPERATIONS,
  /** Whether policy, quota or a provider refuses what is to be made. */
  PREFLIGHT,
  /** Who else uses what would be changed. */
  USERS,
  /** Whether the sign-in lasts until the work is done. */
  SIGN_IN;
}
