package io.github.hybridnet.arm;

import java.util.Locale;

/**
 * Which resource, within a subscription.
 *
 * @param subscriptionId the subscription
 * @param resourceGroup its group
 * @param type the type
 * @param name its name; that of a part begins with the name of the whole, {@code whole/part}
 */
public record ResourceKey(
    String subscriptionId, String resourceGroup, ResourceType type, String name) {

  /** The resource id in Azure Resource Manager. */
  public String id() {
    String group = subscriptionPath(subscriptionId) + "/resourceGroups/" + resourceGroup;
    if (type == ResourceType.RESOURCE_GROUP) {
      return group;
    }
    String[] types = type.armName().split("/");
    String[] names = name.split("/");
    StringBuilder id = new StringBuilder(group).append("/providers/").append(types[0]);
    for (int i = 1; i < types.length; i++) {
      id.append('/').append(types[i]).append('/').append(names[i - 1]);
    }
    return id.toString();
  }

  /** The path of a subscription, at which its id begins. */
  public static String subscriptionPath(String subscriptionId) {
    return "/subscriptions/" + subscriptionId;
  }

  /** The path of the list that the resource is in: all of its type in its group. */
  public String listPath() {
    return id().substring(0, id().lastIndexOf('/'));
  }

  /** The id in lower case, under which ids are compared: the service ignores case. */
  public String comparableId() {
    return id().toLowerCase(Locale.ROOT);
  }

  /** The key of its resource group. */
  public ResourceKey group() {
    return new ResourceKey(
        subscriptionId, resourceGroup, ResourceType.RESOURCE_GROUP, resourceGroup);
  }

  /** Whether the service takes both for the same resource. */
  public boolean isSame(ResourceKey other) {
    return comparableId().equals(other.comparableId());
  }

  /** As part of a sentence, {@code virtual network 'hub-vnet'}. */
  public String quoted() {
    return type.label() + " '" + name + "'";
  }

  /** As in a list or a table, {@code virtual network hub-vnet}. */
  @Override
  public String toString() {
    return type.label() + " " + name;
  }
}
