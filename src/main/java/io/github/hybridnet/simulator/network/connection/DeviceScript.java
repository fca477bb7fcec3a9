package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.gateway.VpnDevices;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * POST of a connection's configuration script for an on-premises device. The real service fills in
 * a template of the device's vendor; this one lists the same parameters in words of its own.
 */
final class DeviceScript {
  private static final String NONE = "-";
  private final ResourceRequest request;
  private final ObjectNode connection;
  private final List<String> lines = new ArrayList<>();

  private DeviceScript(ResourceRequest request) {
    this.request = request;
    this.connection = request.required();
  }

  static OperationAnswer make(ResourceRequest request) {
    ObjectNode body = request.body();
    String vendor = required(body, "vendor");
    String family = required(body, "deviceFamily");
    String firmware = required(body, "firmwareVersion");
    if (!VpnDevices.supports(vendor, family, firmware)) {
      throw NetworkErrors.refused(
          "VpnDeviceNotSupported",
          "There is no configuration script for vendor '%s', device family '%s', firmware '%s'."
              .formatted(vendor, family, firmware));
    }
    DeviceScript script = new DeviceScript(request);
    script.add("Device", vendor + " / " + family + " / " + firmware);
    script.addEnds();
    script.addTunnel();
    return OperationAnswer.plain(
        200, JsonMembers.value(String.join("\r\n", script.lines) + "\r\n"));
  }

  private static String required(ObjectNode body, String name) {
    String value = JsonMembers.text(body, name);
    if (value == null || value.isEmpty()) {
      throw NetworkErrors.missingProperty(name, "");
    }
    return value;
  }

  private void addEnds() {
    add("Connection", request.id().name());
    Optional<ObjectNode> azure = end("virtualNetworkGateway1");
    Optional<ObjectNode> site = end("localNetworkGateway2");
    azure.ifPresent(
        gateway -> {
          add("Azure gateway", JsonMembers.textOr(gateway, "name", NONE));
          for (ObjectNode each : StoredGateways.ipConfigurations(gateway)) {
            add("Azure public address", address(each));
          }
          StoredGateways.networkPrefixes(request.world(), gateway)
              .forEach(prefix -> add("Azure address prefix", prefix));
          addBgp("Azure", gateway);
        });
    site.ifPresent(
        gateway -> {
          add("On-premises gateway", JsonMembers.textOr(gateway, "name", NONE));
          add(
              "On-premises public address",
              JsonMembers.textOr(JsonMembers.properties(gateway), "gatewayIpAddress", NONE));
          JsonMembers.strings(gateway, "properties", "localNetworkAddressSpace", "addressPrefixes")
              .forEach(prefix -> add("On-premises address prefix", prefix));
          addBgp("On-premises", gateway);
        });
  }

  private Optional<ObjectNode> end(String name) {
    return StoredConnections.end(connection, name)
        .flatMap(id -> request.world().resources().find(id));
  }

  private String address(ObjectNode ipConfiguration) {
    return StoredGateways.publicIp(ipConfiguration)
        .flatMap(id -> request.world().resources().find(id))
        .map(found -> JsonMembers.textOr(JsonMembers.properties(found), "ipAddress", NONE))
        .orElse(NONE);
  }

  private void addBgp(String side, ObjectNode gateway) {
    JsonNode bgp = JsonMembers.at(gateway, "properties", "bgpSettings");
    if (bgp != null && JsonMembers.flag(JsonMembers.properties(connection), "enableBgp")) {
      add(side + " ASN", JsonMembers.textOr(bgp, "asn", NONE));
      add(side + " BGP address", JsonMembers.textOr(bgp, "bgpPeeringAddress", NONE));
    }
  }

  private void addTunnel() {
    ObjectNode properties = JsonMembers.properties(connection);
    add("IKE", JsonMembers.textOr(properties, "connectionProtocol", NONE));
    add("Pre-shared key", JsonMembers.textOr(properties, "sharedKey", NONE));
    List<ObjectNode> policies = JsonMembers.objects(properties, "ipsecPolicies");
    if (policies.isEmpty()) {
      add("IPsec policy", "the defaults of the gateway");
    }
    for (ObjectNode policy : policies) {
      policy.properties().forEach(each -> add(each.getKey(), each.getValue().asText()));
    }
  }

  private void add(String name, String value) {
    lines.add("! " + name + ": " + value);
  }
}
