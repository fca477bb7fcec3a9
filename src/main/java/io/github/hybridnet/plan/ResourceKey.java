package io.github.hybridnet.plan;

import java.util.Locale;

/**
 * Which resource, within a subscription.
 *
 * @param subscriptionId the subscription
 * @param resourceGroup its group
 * @param type the type
 * @param name its name
 */
public record ResourceKey(
    String subscriptionId, String resourceGroup, ResourceType type, String name) {

  /** The resource id in Azure Resource Manager. */
  public String id() {
    String group = "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup;
    if (type == ResourceType.RESOURCE_GROUP) {
      return group;
    }
    if (type == ResourceType.PEERING) {
      return group
          + "/providers/"
          + ResourceType.CIRCUIT.armName()
          + "/"
          + name.replace("/", "/peerings/");
    }
    return group + "/providers/" + type.armName() + "/" + name;
  }

  /** The id in lower case, under which ids are compared: the service ignores case. */
  public String comparableId() {
    return id().toLowerCase(Locale.ROOT);
  }

  /** As shown to users, {@code virtual network hub-vnet}. */
  @Override
  public String toString() {
    return type.label() + " " + name;
  }
}
