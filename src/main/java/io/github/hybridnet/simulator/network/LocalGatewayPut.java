package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of a local network gateway: the customer's own device and the prefixes behind it. */
final class LocalGatewayPut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    ObjectNode sent = Json.properties(request.body());
    ObjectNode gateway = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(gateway);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    List<String> prefixes = Json.strings(sent, "localNetworkAddressSpace", "addressPrefixes");
    AddressSpace.read(prefixes, request.id());
    if (Json.at(sent, "localNetworkAddressSpace") != null) {
      properties.putObject("localNetworkAddressSpace").set("addressPrefixes", Json.texts(prefixes));
    }
    putDevice(sent, properties);
    if (prefixes.isEmpty() && Json.at(sent, "bgpSettings") == null) {
      throw NetworkErrors.refused(
          "LocalNetworkGatewayCannotHaveEmptyAddressPrefixAndBgpSettings",
          ("The local network gateway %s cannot have both empty address prefix and empty BGP"
                  + " Settings.")
              .formatted(request.id()));
    }
    putBgp(request, sent, properties);
    return Sameness.answer(request.existing(), gateway, "localNetworkGateways");
  }

  /** The service learns only when it configures the gateway that the BGP peer is no address. */
  @Override
  public @Nullable JsonNode complete(Completion completion) {
    ObjectNode gateway =
        completion.world().resources().find(completion.id()).orElseGet(Json::object);
    String peer = Json.text(gateway, "properties", "bgpSettings", "bgpPeeringAddress");
    if (peer != null && !Cidr.isAddress(peer)) {
      throw NetworkErrors.refused(
          " InternalError",
          " BadRequest: InvalidIPAddress - The specified BGP peer IP address '%s' is not valid."
              .formatted(peer));
    }
    completion.succeed();
    ConnectionStatuses.refresh(completion.world());
    return null;
  }

  private static void putDevice(ObjectNode sent, ObjectNode properties) {
    String address = Json.text(sent, "gatewayIpAddress");
    if (address != null && !Cidr.isAddress(address)) {
      throw AddressErrors.malformedAddress(address);
    }
    if (address == null && Json.text(sent, "fqdn") == null) {
      throw NetworkErrors.missingProperty("gatewayIpAddress", "properties");
    }
    Json.copy(sent, properties, "gatewayIpAddress", "fqdn");
  }

  private static void putBgp(ArmRequest request, ObjectNode sent, ObjectNode properties) {
    JsonNode wanted = Json.at(sent, "bgpSettings");
    if (wanted == null) {
      return;
    }
    if (Json.count(wanted, "asn") == 0) {
      throw NetworkErrors.refused(
          "LocalNetworkGatewayCannotHaveZeroAsn",
          "The local network gateway %s cannot have an ASN of zero".formatted(request.id()));
    }
    ObjectNode bgp = properties.putObject("bgpSettings");
    Json.copy(wanted, bgp, "asn", "bgpPeeringAddress");
    bgp.put("peerWeight", Json.number(wanted, "peerWeight", 0));
  }

  /** The check of a deletion: a gateway with connections stays. */
  static void refuseDelete(ArmRequest request) {
    List<String> connections = Connections.naming(request.world(), request.id());
    if (!connections.isEmpty()) {
      throw InUseErrors.localGateway(request.id(), connections);
    }
    Busy.refuse(request);
  }
}
