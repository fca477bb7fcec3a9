package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.json.BodySecrets;
import io.github.hybridnet.azure.json.JsonTree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads resources and lists of them. Secrets are masked as soon as they have been read. */
final class AzureResourceReader {
  private final ArmHttpClient requests;
  private final CloudErrorTranslator errors;
  private final SecretScrubber secretScrubber;
  private final ConnectionSharedKeys connectionSharedKeys;
  private final RadiusSecretReader radiusSecretReader;

  AzureResourceReader(
      ArmHttpClient requests,
      SecretScrubber secretScrubber,
      ConnectionSharedKeys connectionSharedKeys) {
    this.requests = requests;
    this.errors = requests.errors();
    this.secretScrubber = secretScrubber;
    this.connectionSharedKeys = connectionSharedKeys;
    this.radiusSecretReader = new RadiusSecretReader(requests);
  }

  /** The resource, or empty when it does not exist. */
  Optional<ActualResource> read(ResourceKey key) {
    return unlessAbsent(
        () -> {
          ActualResource actual = SdkResourceModel.of(key.type()).read(requests, key);
          return masked(
              switch (key.type()) {
                case CONNECTION -> connectionSharedKeys.completed(actual);
                case VIRTUAL_NETWORK_GATEWAY -> radiusSecretReader.completed(actual);
                default -> actual;
              });
        });
  }

  /** Its provisioning state, or empty when it does not exist. */
  Optional<String> state(ResourceKey key) {
    return unlessAbsent(
        () -> SdkResourceModel.of(key.type()).read(requests, key).provisioningState());
  }

  /**
   * The connections of a gateway. Their list has neither their keys nor their status, so each is
   * read by its own id. For one that must not be read, because it is in another group or
   * subscription, the entry of the list is used.
   */
  List<ActualResource> connectionsOf(ResourceKey gateway) {
    return list(gateway.id() + "/connections", gateway.type()).stream()
        .flatMap(entry -> connection(entry).stream())
        .toList();
  }

  private Optional<ActualResource> connection(Map<String, Object> entry) {
    ResourceKey key = connectionKey(entry);
    try {
      return read(key);
    } catch (CloudException hidden) {
      if (!hidden.isForbidden()) {
        throw hidden;
      }
      return Optional.of(listed(entry));
    }
  }

  /**
   * The connections to a circuit or a local network gateway in its subscription: neither of them
   * names those of its owner. Azure lists those that this identity may see; lists of groups say
   * what they connect, so that no key has to be requested.
   *
   * @throws CloudException also when one is listed that must not be read: it may be one of them
   */
  List<ActualResource> connectionsTo(ResourceKey end) {
    return listedIn(end.subscriptionId()).values().stream()
        .flatMap(group -> connectionsIn(group).stream())
        .filter(connection -> leadsTo(connection, end))
        .toList();
  }

  /** The connections of a subscription, by their group. A subscription is never absent here. */
  private Map<String, List<ResourceKey>> listedIn(String subscription) {
    String filter = "resourceType eq '" + ResourceType.CONNECTION.armName() + "'";
    ApiVersion version = SdkResourceModel.of(ResourceType.RESOURCE_GROUP).version();
    return requests.list("/subscriptions/" + subscription + "/resources", version, filter).stream()
        .flatMap(entry -> ResourceIdParser.find(id(entry)).stream())
        .filter(key -> key.type() == ResourceType.CONNECTION)
        .collect(
            Collectors.groupingBy(
                key -> key.resourceGroup().toLowerCase(Locale.ROOT),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** Where the group must not be listed, those that are known are read one by one. */
  private List<ActualResource> connectionsIn(List<ResourceKey> known) {
    String first = known.get(0).id();
    String all = first.substring(0, first.lastIndexOf('/'));
    try {
      return list(all, ResourceType.CONNECTION).stream().map(this::listed).toList();
    } catch (CloudException failure) {
      if (!failure.isForbidden()) {
        throw failure;
      }
      return known.stream().flatMap(key -> withoutKey(key).stream()).toList();
    }
  }

  private Optional<ActualResource> withoutKey(ResourceKey connection) {
    return unlessAbsent(
        () -> masked(SdkResourceModel.of(connection.type()).read(requests, connection)));
  }

  private ActualResource listed(Map<String, Object> entry) {
    ResourceKey key = connectionKey(entry);
    try {
      return masked(SdkResourceModel.of(key.type()).listed(key, entry));
    } catch (IOException | RuntimeException e) {
      throw errors.unreadable("the " + key + " in a list", e);
    }
  }

  private ResourceKey connectionKey(Map<String, Object> entry) {
    return ResourceIdParser.find(id(entry))
        .filter(key -> key.type() == ResourceType.CONNECTION)
        .orElseThrow(
            () -> errors.unreadable("a list of connections", "an id in it is of no connection"));
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
    return unlessAbsent(() -> requests.list(path, SdkResourceModel.of(type).version()))
        .orElse(List.of());
  }

  private <T> Optional<T> unlessAbsent(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (CloudException failure) {
      if (failure.isAbsent()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private ActualResource masked(ActualResource actual) {
    return actual.withBody(BodySecrets.masked(actual.body(), secretScrubber::remember));
  }
}
