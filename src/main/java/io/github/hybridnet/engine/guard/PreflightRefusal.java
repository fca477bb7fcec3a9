package io.github.hybridnet.engine.guard;

/**
 * The service would not make a resource.
 *
 * @param code the service's error code
 * @param text what it says; the code of each detail comes before its text, with a colon
 */
public record PreflightRefusal(String code, String text) {

  /** Whether the service gives this code, or one of its details has it. */
  boolean names(String asked) {
    return code.equals(asked) || text.contains(asked + ": ");
  }
}
