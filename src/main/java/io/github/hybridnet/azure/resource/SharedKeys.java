package io.github.hybridnet.azure.resource;

import com.azure.core.util.Context;
import com.azure.resourcemanager.network.fluent.models.ConnectionSharedKeyInner;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shared keys of connections, at their own address. An ExpressRoute connection has none, and
 * asking for it is an error.
 */
final class SharedKeys {
  private final ResourceClients clients;
  private final Scrubber scrubber;

  SharedKeys(ResourceClients clients, Scrubber scrubber) {
    this.clients = clients;
    this.scrubber = scrubber;
  }

  /** The connection with its key, which is asked for when the connection came without it. */
  ActualResource completed(ActualResource connection) {
    Map<String, Object> properties = JsonTree.object(connection.body(), "properties");
    boolean hasKey =
        JsonTree.text(properties, "connectionType").filter(SharedKeys::isVpn).isPresent();
    if (!hasKey || properties.containsKey("sharedKey")) {
      return connection;
    }
    ResourceKey key = connection.key();
    ConnectionSharedKeyInner found =
        clients
            .network(key.subscriptionId())
            .getVirtualNetworkGatewayConnections()
            .getSharedKeyWithResponse(key.resourceGroup(), key.name(), Context.NONE)
            .getValue();
    return found == null || found.value() == null ? connection : with(connection, found.value());
  }

  private static boolean isVpn(String connectionType) {
    return connectionType.equalsIgnoreCase("IPsec") || connectionType.equalsIgnoreCase("Vnet2Vnet");
  }

  private ActualResource with(ActualResource connection, String text) {
    Map<String, Object> properties =
        new LinkedHashMap<>(JsonTree.object(connection.body(), "properties"));
    properties.put("sharedKey", scrubber.remember(Secret.of(text, Secret.Source.CLOUD)));
    Map<String, Object> body = new LinkedHashMap<>(connection.body());
    body.put("properties", properties);
    return new ActualResource(
        connection.key(),
        connection.etag(),
        connection.provisioningState(),
        body,
        connection.observed());
  }

  /** Begins to set a connection's key. */
  Accepted set(ResourceKey connection, Secret key) {
    return Puts.send(
        clients
            .network(connection.subscriptionId())
            .getVirtualNetworkGatewayConnections()
            .setSharedKeyWithResponseAsync(
                connection.resourceGroup(),
                connection.name(),
                new ConnectionSharedKeyInner().withValue(scrubber.remember(key).reveal())),
        null);
  }
}
