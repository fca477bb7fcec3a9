package io.github.hybridnet.azure.resource;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitAuthorizationInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitPeeringInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.ArmHttpClient.ModelParser;
import io.github.hybridnet.azure.json.CheckedJsonReader;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.azure.json.UnknownMemberReader;
import io.github.hybridnet.azure.json.WritableProperties;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource, by one of the SDK's models: the model knows what is not writable, the facts
 * are the part of that which is shown. What the model does not know is kept, because somebody may
 * need it.
 *
 * @param version of Azure's interface, for which the model was made
 * @param parser makes the model from JSON
 * @param facts what only the service says
 * @param serviceOwned paths that the model takes for writable, although the service decides them
 */
record SdkResourceModel<T extends JsonSerializable<?>>(
    ApiVersion version,
    ModelParser<T> parser,
    Function<T, ObservedFacts> facts,
    Set<String> serviceOwned) {

  private static final Set<String> ENVELOPE = Set.of("id", "name", "type", "etag");

  private static final String CAPTURE = "properties.packetCaptureDiagnosticState";

  /** What the service writes into a public address; the second one in versions after ours. */
  private static final String[] OF_ADDRESS = {"properties.ipAddress", "properties.upgradedToV2"};

  /** What the service writes into a connection; the second one in versions after ours. */
  private static final String[] OF_CONNECTION = {
    CAPTURE, "properties.routingConfiguration.vnetRoutes.bgpConnections"
  };

  /** What the service writes into a gateway's body by itself. */
  private static final String[] OF_GATEWAY = {
    CAPTURE,
    "properties.isMigrateToCSES",
    "properties.virtualNetworkGatewayMigrationStatus",
    "properties.vpnClientConfiguration.vpnClientConnectionHealth"
  };

  /** What the service and the provider write into a circuit's body. */
  private static final String[] OF_CIRCUIT = {
    "properties.serviceKey",
    "properties.circuitProvisioningState",
    "properties.serviceProviderProvisioningState",
    "properties.serviceProviderNotes",
    "properties.gatewayManagerEtag",
    "properties.resiliencyLevel"
  };

  /** The model of a type. */
  static SdkResourceModel<?> of(ResourceType type) {
    return switch (type) {
      case RESOURCE_GROUP ->
          new SdkResourceModel<>(
              ApiVersion.RESOURCES,
              ResourceGroupInner::fromJson,
              ObservedFactsReader::of,
              Set.of("properties"));
      case NETWORK_SECURITY_GROUP ->
          network(NetworkSecurityGroupInner::fromJson, ObservedFactsReader::of);
      case VIRTUAL_NETWORK -> network(VirtualNetworkInner::fromJson, ObservedFactsReader::of);
      case PUBLIC_IP ->
          network(PublicIpAddressInner::fromJson, ObservedFactsReader::of, OF_ADDRESS);
      case LOCAL_NETWORK_GATEWAY ->
          network(LocalNetworkGatewayInner::fromJson, ObservedFactsReader::of);
      case VIRTUAL_NETWORK_GATEWAY ->
          network(VirtualNetworkGatewayInner::fromJson, ObservedFactsReader::of, OF_GATEWAY);
      case CONNECTION ->
          network(
              VirtualNetworkGatewayConnectionInner::fromJson,
              ObservedFactsReader::of,
              OF_CONNECTION);
      case CIRCUIT ->
          network(ExpressRouteCircuitInner::fromJson, ObservedFactsReader::of, OF_CIRCUIT);
      case PEERING ->
          network(
              ExpressRouteCircuitPeeringInner::fromJson,
              ObservedFactsReader::of,
              "properties.gatewayManagerEtag");
      case AUTHORIZATION ->
          network(
              ExpressRouteCircuitAuthorizationInner::fromJson,
              ObservedFactsReader::of,
              "properties.authorizationUseStatus");
      case SUBNET -> network(SubnetInner::fromJson, ObservedFactsReader::of);
      case SECURITY_RULE -> network(SecurityRuleInner::fromJson, ObservedFactsReader::of);
    };
  }

  private static <T extends JsonSerializable<?>> SdkResourceModel<T> network(
      ModelParser<T> modelParser, Function<T, ObservedFacts> facts, String... serviceOwned) {
    return new SdkResourceModel<>(ApiVersion.NETWORK, modelParser, facts, Set.of(serviceOwned));
  }

  /**
   * The actual resource, with its secrets in clear. An answer that is not about this resource is
   * not understood: all 869 recorded reads of single resources answer with the id that was asked
   * for, in whatever case, and with properties.
   */
  ActualResource read(ArmHttpClient requests, ResourceKey key) {
    return requests.get(
        key.id(),
        version,
        reader -> {
          Map<String, Object> json = JsonTree.read(reader);
          if (!RequiredMembers.text(json, "id").equalsIgnoreCase(key.id())) {
            throw new MalformedAnswerException("it is about another resource than was asked for");
          }
          return read(key, json);
        });
  }

  /** The resource as a list has it, with its secrets in clear. */
  ActualResource listed(ResourceKey key, Map<String, Object> entry) throws IOException {
    return read(key, entry);
  }

  private ActualResource read(ResourceKey key, Map<String, Object> json) throws IOException {
    RequiredMembers.object(json, "properties");
    UnknownMemberReader reader =
        new UnknownMemberReader(JsonProviders.createReader(JsonTree.write(json)));
    T model = parser.parse(reader);
    ObservedFacts known = facts.apply(model);
    Set<String> hidden = new HashSet<>(serviceOwned);
    hidden.addAll(ENVELOPE);
    return new ActualResource(
        named(key, known.name()),
        known.etag(),
        known.state(),
        BodyMerge.without(
            WritableProperties.of(json, JsonTree.of(model), reader.skipped()), hidden),
        known.observed());
  }

  /**
   * Requires that the model knows all that was declared. It sees the masks of secrets, which are
   * texts as the secrets are.
   *
   * @throws CloudException when it does not know a property, or cannot read a value
   */
  void requireKnown(ResourceKey key, Map<String, Object> declared) {
    UnknownPropertyCheck.require(key, declared, JsonTree.of(parsed(key, declared)));
  }

  private static ResourceKey named(ResourceKey key, @Nullable String name) {
    if (name == null) {
      return key;
    }
    String full = key.name().substring(0, key.name().lastIndexOf('/') + 1) + name;
    return new ResourceKey(key.subscriptionId(), key.resourceGroup(), key.type(), full);
  }

  /** What the parser throws quotes the values, and is not kept: one of them may be a secret. */
  private T parsed(ResourceKey key, Map<String, Object> declared) {
    try (JsonReader reader = CheckedJsonReader.of(JsonTree.write(declared))) {
      return parser.parse(reader);
    } catch (IOException | RuntimeException e) {
      throw UnknownPropertyCheck.unreadable(key);
    }
  }
}
