package io.github.hybridnet.plan;

/**
 * A property that differs.
 *
 * @param path such as {@code properties.sku.name}
 * @param declared as declared, for people to read; never a secret
 * @param found as found, for people to read; never a secret
 * @param secret whether the values must not be shown: that they differ is all that is said
 */
public record PropertyDifference(String path, String declared, String found, boolean secret) {

  /** A difference of values that may be shown. */
  public PropertyDifference(String path, String declared, String found) {
    this(path, declared, found, false);
  }

  /** A secret that differs. */
  public static PropertyDifference ofSecret(String path) {
    return new PropertyDifference(path, "", "", true);
  }

  /** What was found and what is declared, or that they differ. */
  public String values() {
    return secret ? "differs" : found + " -> " + declared;
  }

  /** As shown to users. */
  @Override
  public String toString() {
    return path + ": " + values();
  }
}
