package io.github.hybridnet.azure.http;

/** The versions of Azure's interfaces that the SDK's models are made for. */
public enum ApiVersion {
  /** Microsoft.Network. */
  NETWORK("2025-03-01"),
  /** Resource groups. */
  RESOURCES("2025-04-01"),
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
