package io.github.hybridnet.drill.api;

/**
 * A reason why a drill fails or is refused, or something to know about it.
 *
 * @param code such as {@code HN5020}
 * @param text what, without a secret
 * @param fix what to do, empty when there is nothing
 */
public record DrillFinding(String code, String text, String fix) {
  /** The code of what this identity may not do, or what a lock or a policy forbids. */
  public static final String NOT_ALLOWED = "HN5011";

  /** The code and what was found, as one line. */
  public String withCode() {
    return code + ": " + text;
  }

  /** The same with what to do, if anything. */
  public String withFix() {
    return fix.isBlank() ? withCode() : withCode() + " Fix: " + fix;
  }
}
