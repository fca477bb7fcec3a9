package io.github.hybridnet.engine.guard;

/** What is asked before a change. */
public enum Question {
  /** Whether a management lock is in the way. */
  LOCKS("locks"),
  /** Whether this identity has the right to each operation. */
  PERMISSIONS("permissions"),
  /** Whether something else is changing what would be changed. */
  OPERATIONS("operations"),
  /** Whether policy, quota or a provider refuses what is to be made. */
  PREFLIGHT("preflight"),
  /** Whether the sign-in lasts until the work is done. */
  SIGN_IN("signIn");

  private final String id;

  Question(String id) {
    this.id = id;
  }

  /** Its name, as in {@code hybridnet.skipChecks}. */
  public String id() {
    return id;
  }
}
