package io.github.hybridnet.azure.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cloud and the identity of a session, and where each was configured.
 *
 * @param cloud the cloud's name
 * @param endpoint its address
 * @param tenant the tenant
 * @param subscription the subscription
 * @param identity who signed in
 * @param proxy through what the endpoint is reached, or null
 */
public record SessionDescription(
    SourcedValue cloud,
    URI endpoint,
    SourcedValue tenant,
    Subscription subscription,
    SourcedValue identity,
    @Nullable SourcedValue proxy) {

  /**
   * The subscription that a session works in.
   *
   * @param id its id
   * @param name its display name
   * @param source who chose it
   */
  public record Subscription(String id, String name, String source) {}

  /** The lines with which a goal begins. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Collections.addAll(
        lines,
        "Cloud:        " + cloud.value() + ", " + endpoint + from(cloud.source()),
        "Tenant:       " + tenant.value() + from(tenant.source()),
        "Subscription: "
            + subscription.name()
            + ", "
            + subscription.id()
            + from(subscription.source()),
        "Identity:     " + identity.value() + from(identity.source()));
    if (proxy != null) {
      lines.add("Proxy:        " + proxy.value() + from(proxy.source()));
    }
    return lines;
  }

  /** The same, reached through a proxy. */
  public SessionDescription through(@Nullable SourcedValue other) {
    return new SessionDescription(cloud, endpoint, tenant, subscription, identity, other);
  }

  private static String from(String source) {
    return " (from " + source + ")";
  }
}
