package io.github.hybridnet.azure.settings;

/**
 * A setting and where it came from.
 *
 * @param value the value; never a secret
 * @param source as the user would name it: {@code property hybridnet.subscriptionId}, {@code
 *     environment AZURE_TENANT_ID}
 */
public record SourcedValue(String value, String source) {

  /** As part of a sentence, {@code 'value' (from source)}. */
  public String quoted() {
    return "'" + value + "' (from " + source + ")";
  }

  /** As in a list, {@code value (from source)}. */
  @Override
  public String toString() {
    return value + " (from " + source + ")";
  }
}
