package io.github.hybridnet.azure.resource;

import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.resourcemanager.resources.fluent.ResourceGroupsClient;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.Accepted;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resource groups; they are written at once. */
final class ResourceGroups {
  private ResourceGroups() {}

  static ResourceClient of(ResourceGroupsClient client) {
    return new TypedResource<>(
        ResourceGroupInner::fromJson,
        key -> client.getWithResponse(key.name(), Context.NONE).getValue(),
        (key, model, etag) ->
            accepted(client.createOrUpdateWithResponse(key.name(), model, Context.NONE)),
        group -> Facts.of(group.name(), state(group)),
        Set.of("properties"));
  }

  private static Accepted accepted(Response<ResourceGroupInner> response) {
    String state = state(response.getValue());
    Map<String, Object> body =
        Map.of("properties", Map.of("provisioningState", state == null ? "Succeeded" : state));
    return new Accepted(response.getHeaders(), JsonTree.write(body));
  }

  private static @Nullable String state(ResourceGroupInner group) {
    return group.properties() == null ? null : group.properties().provisioningState();
  }
}
