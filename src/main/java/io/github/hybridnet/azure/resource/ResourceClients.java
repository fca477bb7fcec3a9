package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.fluent.NetworkManagementClient;
import com.azure.resourcemanager.resources.ResourceManager;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the resource types, for each subscription that is asked for: a circuit may belong
 * to another one than the network. They are made when first needed.
 */
public final class ResourceClients {
  private final HttpPipeline pipeline;
  private final @Nullable String tenantId;
  private final AzureEnvironment environment;
  private final Map<String, NetworkManagementClient> networks = new ConcurrentHashMap<>();
  private final Map<String, Map<ResourceType, ResourceClient>> types = new ConcurrentHashMap<>();
  private final Map<String, ResourceClient> groups = new ConcurrentHashMap<>();

  /** Clients over an authenticated pipeline. */
  public ResourceClients(
      HttpPipeline pipeline, @Nullable String tenantId, AzureEnvironment environment) {
    this.pipeline = pipeline;
    this.tenantId = tenantId;
    this.environment = environment;
  }

  ResourceClient client(ResourceKey key) {
    if (key.type() == ResourceType.RESOURCE_GROUP) {
      return groups.computeIfAbsent(key.subscriptionId(), this::resourceGroups);
    }
    Map<ResourceType, ResourceClient> all =
        types.computeIfAbsent(
            key.subscriptionId(), id -> NetworkResources.of(network(key.subscriptionId())));
    return Objects.requireNonNull(all.get(key.type()), () -> "no client of " + key.type());
  }

  NetworkManagementClient network(String subscriptionId) {
    return networks.computeIfAbsent(
        subscriptionId, id -> NetworkManager.authenticate(pipeline, profile(id)).serviceClient());
  }

  private ResourceClient resourceGroups(String subscriptionId) {
    return ResourceGroups.of(
        ResourceManager.authenticate(pipeline, profile(subscriptionId))
            .withSubscription(subscriptionId)
            .serviceClient()
            .getResourceGroups());
  }

  private AzureProfile profile(String subscriptionId) {
    return new AzureProfile(tenantId, subscriptionId, environment);
  }
}
