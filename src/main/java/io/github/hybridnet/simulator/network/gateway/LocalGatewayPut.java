package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.AddressErrors;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NoOpUpdates;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of a local network gateway: the customer's own device and the prefixes behind it. */
final class LocalGatewayPut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    ObjectNode sent = JsonMembers.properties(request.body());
    ObjectNode gateway = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(gateway);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    List<String> prefixes =
        JsonMembers.strings(sent, "localNetworkAddressSpace", "addressPrefixes");
    AddressPrefixReader.read(prefixes, request.id());
    if (JsonMembers.at(sent, "localNetworkAddressSpace") != null) {
      properties
          .putObject("localNetworkAddressSpace")
          .set("addressPrefixes", JsonMembers.texts(prefixes));
    }
    putDevice(sent, properties);
    if (prefixes.isEmpty() && JsonMembers.at(sent, "bgpSettings") == null) {
      throw NetworkErrors.refused(
          "LocalNetworkGatewayCannotHaveEmptyAddressPrefixAndBgpSettings",
          ("The local network gateway %s cannot have both empty address prefix and empty BGP"
                  + " Settings.")
              .formatted(request.id()));
    }
    putBgp(request, sent, properties);
    SentMembers.keep(request, gateway);
    return NoOpUpdates.answer(request.existing(), gateway, "localNetworkGateways");
  }

  /** The service checks only at the end of the operation that the BGP peer is an address. */
  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    ObjectNode gateway =
        operationCompletion
            .world()
            .resources()
            .find(operationCompletion.id())
            .orElseGet(JsonCodec::object);
    String peer = JsonMembers.text(gateway, "properties", "bgpSettings", "bgpPeeringAddress");
    if (peer != null && !AddressPrefix.isAddress(peer)) {
      throw NetworkErrors.refused(
          " InternalError",
          " BadRequest: InvalidIPAddress - The specified BGP peer IP address '%s' is not valid."
              .formatted(peer));
    }
    operationCompletion.succeed();
    ConnectionStatuses.refresh(operationCompletion.world());
    return null;
  }

  private static void putDevice(ObjectNode sent, ObjectNode properties) {
    String address = JsonMembers.text(sent, "gatewayIpAddress");
    if (address != null && !AddressPrefix.isAddress(address)) {
      throw AddressErrors.malformedAddress(address);
    }
    if (address == null && JsonMembers.text(sent, "fqdn") == null) {
      throw NetworkErrors.missingProperty("gatewayIpAddress", "properties");
    }
    JsonMembers.copy(sent, properties, "gatewayIpAddress", "fqdn");
  }

  private static void putBgp(ResourceRequest request, ObjectNode sent, ObjectNode properties) {
    JsonNode wanted = JsonMembers.at(sent, "bgpSettings");
    if (wanted == null) {
      return;
    }
    if (JsonMembers.count(wanted, "asn") == 0) {
      throw NetworkErrors.refused(
          "LocalNetworkGatewayCannotHaveZeroAsn",
          "The local network gateway %s cannot have an ASN of zero".formatted(request.id()));
    }
    ObjectNode bgp = properties.putObject("bgpSettings");
    JsonMembers.copy(wanted, bgp, "asn", "bgpPeeringAddress");
    bgp.put("peerWeight", JsonMembers.number(wanted, "peerWeight", 0));
  }
}
