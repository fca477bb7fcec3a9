package io.github.hybridnet.arm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Parts of resources that are resources of their own, such as the subnets of a network. */
public final class ChildResources {
  private static final Map<ResourceType, ResourceType> WHOLES =
      Map.of(
          ResourceType.SUBNET, ResourceType.VIRTUAL_NETWORK,
          ResourceType.SECURITY_RULE, ResourceType.NETWORK_SECURITY_GROUP,
          ResourceType.PEERING, ResourceType.CIRCUIT,
          ResourceType.AUTHORIZATION, ResourceType.CIRCUIT);

  /** Where resources hold what others may have added, and what Azure removes with them. */
  public static final Map<ResourceType, List<String>> LISTS =
      Map.of(
          ResourceType.VIRTUAL_NETWORK,
          List.of("subnets", "virtualNetworkPeerings"),
          ResourceType.NETWORK_SECURITY_GROUP,
          List.of("securityRules"),
          ResourceType.CIRCUIT,
          List.of("authorizations", "peerings"));

  private ChildResources() {}

  /** The key of a part. */
  public static ResourceKey key(ResourceKey whole, ResourceType type, String name) {
    return new ResourceKey(
        whole.subscriptionId(), whole.resourceGroup(), type, whole.name() + "/" + name);
  }

  /** The key of what this is a part of; empty for a whole. */
  public static Optional<ResourceKey> wholeOf(ResourceKey part) {
    ResourceType type = WHOLES.get(part.type());
    return type == null
        ? Optional.empty()
        : Optional.of(
            new ResourceKey(
                part.subscriptionId(),
                part.resourceGroup(),
                type,
                part.name().substring(0, part.name().lastIndexOf('/'))));
  }

  /** A part as the body of the whole has it. */
  public static ActualResource actual(
      ActualResource whole, ResourceType type, Map<String, Object> element) {
    Object state = new ResourceBody(element).value("properties", "provisioningState");
    return new ActualResource(
        key(whole.key(), type, name(element)),
        null,
        Objects.toString(state, whole.provisioningState()),
        element,
        Map.of());
  }

  /** The elements of a list in a body's properties. */
  public static List<Map<String, Object>> elements(Map<String, Object> body, String list) {
    return ResourceBody.maps(new ResourceBody(body).value("properties", list));
  }

  public static String name(Map<String, Object> element) {
    return String.valueOf(element.get("name"));
  }
}
