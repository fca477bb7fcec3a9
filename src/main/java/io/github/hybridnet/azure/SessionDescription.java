package io.github.hybridnet.azure;

import java.net.URI;
import java.util.List;

/**
 * Where a session works, as whom, and who said so.
 *
 * @param cloud the cloud's name
 * @param endpoint its address
 * @param tenant the tenant
 * @param subscription the subscription
 * @param identity who signed in
 */
public record SessionDescription(
    Sourced cloud, URI endpoint, Sourced tenant, Subscription subscription, Sourced identity) {

  /**
   * A subscription.
   *
   * @param id its id
   * @param name its display name
   * @param source who chose it
   */
  public record Subscription(String id, String name, String source) {}

  /** The lines with which a goal begins. */
  public List<String> lines() {
    return List.of(
        "Cloud:        " + cloud.value() + ", " + endpoint + from(cloud.source()),
        "Tenant:       " + tenant.value() + from(tenant.source()),
        "Subscription: "
            + subscription.name()
            + ", "
            + subscription.id()
            + from(subscription.source()),
        "Identity:     " + identity.value() + from(identity.source()));
  }

  private static String from(String source) {
    return " (from " + source + ")";
  }
}
