package io.github.hybridnet.plan;

/**
 * A property that differs.
 *
 * @param path such as {@code properties.sku.name}
 * @param declared as declared, for people to read; never a secret
 * @param found as found, for people to read; never a secret
 */
public record Difference(String path, String declared, String found) {

  /** As shown to users. */
  @Override
  public String toString() {
    return path + ": " + found + " -> " + declared;
  }
}
