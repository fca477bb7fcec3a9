package io.github.hybridnet.arm;

/** The versions of Azure's interfaces: where the SDK has models, those that they are made for. */
public enum ApiVersion {
  /** Networks, gateways, connections and circuits (Microsoft.Network). */
  NETWORK("2025-03-01", true),
  /** Networks in commands that people run by hand: an older version, which every cloud has. */
  NETWORK_BY_HAND("2024-05-01", false),
  /** Resource groups and their tags (Microsoft.Resources). */
  RESOURCES("2025-04-01", true),
  /** Tags at a scope: the last version that answers only when they are written. */
  TAGS("2021-04-01", false),
  /** Management locks, of the provider Microsoft.Authorization. */
  LOCKS("2017-04-01", false),
  /** What the caller may do. */
  PERMISSIONS("2022-04-01", false),
  /** Subscriptions and their regions. */
  SUBSCRIPTIONS("2022-12-01", false),
  /** What resource providers offer: an old version, which also clouds have that lag behind. */
  PROVIDERS("2019-10-01", false);

  private final String text;
  private final boolean ofModels;

  ApiVersion(String text, boolean ofModels) {
    this.text = text;
    this.ofModels = ofModels;
  }

  /** The version as requests have it, such as {@code 2025-03-01}. */
  public String text() {
    return text;
  }

  /** Whether it is as new as the SDK's models, so that clouds may not have it yet. */
  public boolean isOfModels() {
    return ofModels;
  }
}
