package io.github.hybridnet.azure.http;

/** The versions of Azure's interfaces: where the SDK has models, those that they are made for. */
public enum ApiVersion {
  /** Microsoft.Network. */
  NETWORK("2025-03-01"),
  /** Resource groups. */
  RESOURCES("2025-04-01"),
  /** Tags at a scope: the last version that answers only when they are written. */
  TAGS("2021-04-01"),
  /** Management locks. */
  LOCKS("2017-04-01"),
  /** What the caller may do. */
  PERMISSIONS("2022-04-01"),
  /** Subscriptions. */
  SUBSCRIPTIONS("2022-12-01");

  private final String text;

  ApiVersion(String text) {
    this.text = text;
  }

  /** As sent. */
  public String text() {
    return text;
  }
}
