package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything in a resource group. A group is removed with all that is in it, so that no single list
 * is believed: the list of the group, the list of the subscription, and for the network's types
 * those of the network provider itself, which is another service. What one of them has counts; each
 * must be readable.
 */
final class ResourceGroupMembers {
  /** Those that this plugin creates, and those that are most often with them. */
  private static final List<String> NETWORK_TYPES =
      List.of(
          ResourceType.VIRTUAL_NETWORK.armName(),
          ResourceType.NETWORK_SECURITY_GROUP.armName(),
          ResourceType.PUBLIC_IP.armName(),
          ResourceType.LOCAL_NETWORK_GATEWAY.armName(),
          ResourceType.VIRTUAL_NETWORK_GATEWAY.armName(),
          ResourceType.CONNECTION.armName(),
          ResourceType.CIRCUIT.armName());

  private final ArmHttpClient requests;
  private final AzureResourceReader reader;

  ResourceGroupMembers(ArmHttpClient requests, AzureResourceReader reader) {
    this.requests = requests;
    this.reader = reader;
  }

  /** The ids, each once; empty when the group does not exist. */
  List<String> of(ResourceKey group) {
    Optional<List<Map<String, Object>>> own = ownList(group);
    return own.isPresent() ? united(own.get(), otherLists(group)) : nothing(group);
  }

  private Optional<List<Map<String, Object>>> ownList(ResourceKey group) {
    try {
      return Optional.of(requests.list(group.id() + "/resources", ApiVersion.RESOURCES));
    } catch (CloudException failure) {
      if (failure.isAbsent()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** A group that is said to be absent by its list has to be absent itself. */
  private List<String> nothing(ResourceKey group) {
    if (reader.read(group).isEmpty()) {
      return List.of();
    }
    throw UnreadableAnswers.about(
        "what is in the " + group, "the list says that the group does not exist");
  }

  private List<Map<String, Object>> otherLists(ResourceKey group) {
    List<Map<String, Object>> all =
        new ArrayList<>(
            requests.list(
                ResourceKey.subscriptionPath(group.subscriptionId()) + "/resources",
                ApiVersion.RESOURCES,
                "resourceGroup eq '" + group.name() + "'"));
    for (String type : NETWORK_TYPES) {
      all.addAll(requests.list(group.id() + "/providers/" + type, ApiVersion.NETWORK));
    }
    return all;
  }

  private static List<String> united(
      List<Map<String, Object>> some, List<Map<String, Object>> others) {
    Map<String, String> ids = new LinkedHashMap<>();
    Stream.concat(some.stream(), others.stream())
        .map(entry -> JsonTree.text(entry, "id").orElseThrow())
        .forEach(id -> ids.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
    return List.copyOf(ids.values());
  }
}
