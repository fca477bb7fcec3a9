package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import com.azure.resourcemanager.network.fluent.models.ConnectionSharedKeyInner;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.RequiredMembers;
import java.util.Map;
import java.util.Optional;

/**
 * The shared keys of connections, at their own address. An ExpressRoute connection has none, and
 * asking for it is an error.
 */
final class ConnectionSharedKeys {
  private final ArmHttpClient requests;

  ConnectionSharedKeys(ArmHttpClient requests) {
    this.requests = requests;
  }

  /**
   * The connection with its key in clear, asked for when the connection came without it. A key that
   * must not be read is left out, and the plan says that it could not be compared.
   */
  ActualResource completed(ActualResource connection) {
    ResourceBody properties = connection.properties();
    boolean hasKey = isVpn(properties.text("connectionType"));
    if (!hasKey || properties.members().containsKey("sharedKey")) {
      return connection;
    }
    return key(connection.key())
        .map(
            key ->
                connection.withBody(
                    new ResourceBody(connection.body())
                        .with(key, "properties", "sharedKey")
                        .members()))
        .orElse(connection);
  }

  private Optional<String> key(ResourceKey connection) {
    try {
      return Optional.of(
          requests.get(
              address(connection),
              ApiVersion.NETWORK,
              reader -> RequiredMembers.text(JsonTree.read(reader), "value")));
    } catch (CloudException failure) {
      // Some answers were recorded that are empty, which says nothing about the key either.
      if (failure.isForbidden()
          || failure.kind() == Kind.REFUSED
          || failure.kind() == Kind.UNREADABLE) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static boolean isVpn(String connectionType) {
    return connectionType.equalsIgnoreCase("IPsec") || connectionType.equalsIgnoreCase("Vnet2Vnet");
  }

  /** Begins to set a connection's key. */
  HttpResponse set(ResourceKey connection, String key) {
    Map<String, Object> body = JsonTree.of(new ConnectionSharedKeyInner().withValue(key));
    return requests.put(address(connection), ApiVersion.NETWORK, JsonTree.write(body), null);
  }

  private static String address(ResourceKey connection) {
    return connection.id() + "/sharedkey";
  }
}
