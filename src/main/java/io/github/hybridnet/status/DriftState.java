package io.github.hybridnet.status;

/** How a resource differs from its declaration. */
public enum DriftState {
  /** It is as declared. */
  AS_DECLARED("as declared", "asDeclared"),
  /** The resource differs from the parameter files. */
  DIFFERS("differs", "differs"),
  /** It does not exist. */
  MISSING("missing", "missing"),
  /** An operation is changing it: what it is like in between says nothing. */
  CHANGING("being changed", "changing"),
  /** It could not be read. */
  UNREADABLE("not readable", "unreadable"),
  /** It belongs to somebody else. */
  NOT_DECLARED("not declared here", "notDeclared");

  private final String label;
  private final String id;

  DriftState(String label, String id) {
    this.label = label;
    this.id = id;
  }

  /** As shown to users. */
  public String label() {
    return label;
  }

  /** The state as {@code status.json} names it. */
  public String id() {
    return id;
  }
}
