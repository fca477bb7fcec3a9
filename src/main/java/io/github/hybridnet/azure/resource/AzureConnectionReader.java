package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the connections that a gateway, a circuit or a local network gateway has. */
final class AzureConnectionReader {
  private final ArmHttpClient requests;
  private final AzureResourceReader reader;

  AzureConnectionReader(ArmHttpClient requests, AzureResourceReader reader) {
    this.requests = requests;
    this.reader = reader;
  }

  /**
   * The connections of a resource, whoever made them; none where it does not exist.
   *
   * @throws CloudException when they cannot be read
   */
  List<ActualResource> of(ResourceKey end) {
    return end.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY
        ? connectionsOf(end)
        : connectionsTo(end);
  }

  /**
   * The connections of a gateway. Their list has neither their keys nor their status, so each is
   * read by its own id. For one that must not be read, because it is in another group or
   * subscription, the entry of the list is used.
   */
  private List<ActualResource> connectionsOf(ResourceKey gateway) {
    return list(gateway.id() + "/connections", gateway.type()).stream()
        .flatMap(entry -> connection(entry).stream())
        .toList();
  }

  private Optional<ActualResource> connection(Map<String, Object> entry) {
    ResourceKey key = connectionKey(entry);
    try {
      return reader.read(key);
    } catch (CloudException hidden) {
      if (!hidden.isForbidden()) {
        throw hidden;
      }
      return Optional.of(reader.listed(key, entry));
    }
  }

  /**
   * The connections to a circuit or a local network gateway in its subscription: neither of them
   * names those of its owner. Azure lists those that this identity may see; lists of groups say
   * what they connect, so that no key has to be requested.
   *
   * @throws CloudException also when one is listed that must not be read: it may be one of them
   */
  private List<ActualResource> connectionsTo(ResourceKey end) {
    Map<String, List<ResourceKey>> groups = new LinkedHashMap<>();
    // The list of the subscription may be minutes old, unlike that of the network provider.
    groups.put(end.resourceGroup().toLowerCase(Locale.ROOT), List.of());
    groups.putAll(listedIn(end.subscriptionId()));
    return groups.entrySet().stream()
        .flatMap(each -> connectionsIn(connection(end, each.getKey()), each.getValue()).stream())
        .filter(connection -> leadsTo(connection, end))
        .toList();
  }

  /** The connections of a subscription, by their group. A subscription is never absent here. */
  private Map<String, List<ResourceKey>> listedIn(String subscription) {
    String filter = "resourceType eq '" + ResourceType.CONNECTION.armName() + "'";
    ApiVersion version = SdkResourceModel.of(ResourceType.RESOURCE_GROUP).version();
    return requests
        .list(ResourceKey.subscriptionPath(subscription) + "/resources", version, filter)
        .stream()
        .flatMap(entry -> ResourceIdParser.find(id(entry)).stream())
        .filter(key -> key.type() == ResourceType.CONNECTION)
        .collect(
            Collectors.groupingBy(
                key -> key.resourceGroup().toLowerCase(Locale.ROOT),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** Where the group must not be listed, those that are known are read one by one. */
  private List<ActualResource> connectionsIn(ResourceKey any, List<ResourceKey> known) {
    try {
      return list(any.listPath(), ResourceType.CONNECTION).stream()
          .map(entry -> reader.listed(connectionKey(entry), entry))
          .toList();
    } catch (CloudException failure) {
      if (!failure.isForbidden()) {
        throw failure;
      }
      return known.stream().flatMap(key -> reader.readWithoutSecrets(key).stream()).toList();
    }
  }

  /** Some connection of a group, whose path leads to their list. */
  private static ResourceKey connection(ResourceKey end, String group) {
    return new ResourceKey(end.subscriptionId(), group, ResourceType.CONNECTION, "any");
  }

  private static ResourceKey connectionKey(Map<String, Object> entry) {
    return ResourceIdParser.find(id(entry))
        .filter(key -> key.type() == ResourceType.CONNECTION)
        .orElseThrow(
            () ->
                UnreadableAnswers.about(
                    "a list of connections", "an id in it is of no connection"));
  }

  /** Lists have been read with ids alone. */
  private static String id(Map<String, Object> entry) {
    return JsonTree.text(entry, "id").orElseThrow();
  }

  private static boolean leadsTo(ActualResource connection, ResourceKey end) {
    return Stream.of("peer", "localNetworkGateway2")
        .map(name -> connection.properties().text(name, "id"))
        .anyMatch(end.id()::equalsIgnoreCase);
  }

  private List<Map<String, Object>> list(String path, ResourceType type) {
    return AzureResourceReader.unlessAbsent(
            () -> requests.list(path, SdkResourceModel.of(type).version()))
        .orElse(List.of());
  }
}
