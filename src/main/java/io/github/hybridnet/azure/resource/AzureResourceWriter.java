package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.json.BodySecrets;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes resources, each type in the way that changes nothing else. */
final class AzureResourceWriter {
  /**
   * Types whose tags are written alone: a write of the whole sends again what others have in it, a
   * circuit's peerings without their keys, which the service does not return.
   */
  private static final Set<ResourceType> PATCHED =
      Set.of(ResourceType.CIRCUIT, ResourceType.VIRTUAL_NETWORK);

  private static final String ADDRESS_SPACE = "properties.addressSpace.";

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;
  private final ConnectionSharedKeys connectionSharedKeys;
  private final AzureResourceReader reader;
  private final SecretScrubber secretScrubber;
  private final InstantSource clock;

  AzureResourceWriter(
      ArmHttpClient requests,
      ResourceOperations resourceOperations,
      ConnectionSharedKeys connectionSharedKeys,
      AzureResourceReader reader,
      SecretScrubber secretScrubber) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
    this.reader = reader;
    this.connectionSharedKeys = connectionSharedKeys;
    this.secretScrubber = secretScrubber;
    this.clock = requests.errors().clock();
  }

  void write(ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    ActualResource actual = resourceChange.actual();
    ResourceType type = resourceChange.key().type();
    if (type == ResourceType.CONNECTION) {
      writeConnection(resourceChange, body, callOptions);
    } else if (PATCHED.contains(type) && resourceChange.areTagsAlone()) {
      patchTags(resourceChange.key(), body, callOptions);
    } else if (type == ResourceType.VIRTUAL_NETWORK && actual != null) {
      writeNetwork(
          resourceChange, VirtualNetworkWrite.of(resourceChange, actual, body), callOptions);
    } else {
      put(resourceChange, body, callOptions);
    }
  }

  private void patchTags(ResourceKey key, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    String json = JsonTree.write(Map.of("tags", ResourceBody.map(body.get("tags"))));
    resourceOperations.finish(
        key,
        ExpectedOutcome.EXISTS,
        () -> requests.patch(key.id(), SdkResourceModel.of(key.type()).version(), json),
        callOptions);
  }

  private void writeNetwork(
      ResourceChange resourceChange, VirtualNetworkWrite parts, CallOptions callOptions)
      throws InterruptedException {
    Instant end = clock.instant().plus(callOptions.limit());
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(resourceChange, written, callOptions);
    }
    for (Map<String, Object> subnet : parts.subnets()) {
      putSubnet(resourceChange.key(), subnet, rest(callOptions, end));
    }
    if (resourceChange.differences().stream().anyMatch(d -> d.path().startsWith(ADDRESS_SPACE))) {
      new NetworkPeeringSync(requests, resourceOperations)
          .of(resourceChange.key(), rest(callOptions, end));
    }
  }

  /** Merged over the subnet's actual body, which others may have changed. */
  private void putSubnet(ResourceKey network, Map<String, Object> subnet, CallOptions callOptions)
      throws InterruptedException {
    ResourceKey key = ChildResources.key(network, ResourceType.SUBNET, ChildResources.name(subnet));
    ActualResource actual = reader.read(key).orElse(null);
    Map<String, Object> body = actual == null ? subnet : BodyMerge.merge(actual.body(), subnet);
    put(key, body, actual == null ? null : actual.etag(), callOptions);
  }

  private CallOptions rest(CallOptions callOptions, Instant end) {
    return new CallOptions(Duration.between(clock.instant(), end), callOptions.accepted());
  }

  private void writeConnection(
      ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    ConnectionWrite parts = ConnectionWrite.of(resourceChange, body);
    Instant end = clock.instant().plus(callOptions.limit());
    Map<String, Object> written = parts.body();
    if (written != null) {
      put(resourceChange, written, callOptions);
    }
    Secret newKey = parts.newKey();
    if (newKey != null) {
      resourceOperations.finish(
          resourceChange.key(),
          ExpectedOutcome.SETTLED,
          () ->
              connectionSharedKeys.set(
                  resourceChange.key(), secretScrubber.remember(newKey).reveal()),
          rest(callOptions, end));
    }
  }

  private void put(ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException {
    ActualResource actual = resourceChange.actual();
    if (!resourceChange.declared().rules().asActual()) {
      SdkResourceModel.of(resourceChange.key().type())
          .requireKnown(resourceChange.key(), resourceChange.declared().body());
    }
    put(resourceChange.key(), body, actual == null ? null : actual.etag(), callOptions);
  }

  private void put(
      ResourceKey key, Map<String, Object> body, @Nullable String etag, CallOptions callOptions)
      throws InterruptedException {
    String json = BodySecrets.json(body, secretScrubber::remember);
    resourceOperations.finish(
        key,
        ExpectedOutcome.EXISTS,
        () -> requests.put(key.id(), SdkResourceModel.of(key.type()).version(), json, etag),
        callOptions);
  }
}
