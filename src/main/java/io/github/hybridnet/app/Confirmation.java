package io.github.hybridnet.app;

import org.jspecify.annotations.Nullable;

/**
 * The confirmation of a goal that removes or interrupts something: the name of what it affects.
 *
 * @param given the name that the user gave, or null
 * @param required whether the goal fails without one, instead of showing a preview
 * @param dryRun whether the user asked for a preview, whatever name is given
 */
public record Confirmation(@Nullable String given, boolean required, boolean dryRun) {

  /** Takes a blank name for none. */
  public Confirmation {
    given = given == null || given.isBlank() ? null : given.strip();
  }

  /** Whether the goal may do what it is about to do; names are compared without case. */
  public boolean covers(String name) {
    return !dryRun && name.equalsIgnoreCase(given);
  }

  /** Whether the goal shows what it would do and succeeds. */
  public boolean isPreview() {
    return dryRun || (given == null && !required);
  }
}
