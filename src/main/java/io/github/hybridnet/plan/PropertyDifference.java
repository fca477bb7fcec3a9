package io.github.hybridnet.plan;

/**
 * A property that differs.
 *
 * @param path such as {@code properties.sku.name}
 * @param declared as declared, for people to read; never a secret
 * @param actual as Azure has it, for people to read; never a secret
 * @param secret whether the values must not be shown: that they differ is all that is said
 */
public record PropertyDifference(String path, String declared, String actual, boolean secret) {

  /** A difference of values that may be shown. */
  public PropertyDifference(String path, String declared, String actual) {
    this(path, declared, actual, false);
  }

  /** A secret that differs. */
  public static PropertyDifference ofSecret(String path) {
    return new PropertyDifference(path, "", "", true);
  }

  /** The actual value and the declared one, or that they differ. */
  public String values() {
    return secret ? "differs" : actual + " -> " + declared;
  }

  /** As shown to users. */
  @Override
  public String toString() {
    return path + ": " + values();
  }
}
