package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * POST of a connection's configuration script for an on-premises device. The real service fills in
 * a template of the device's vendor; this one lists the same parameters in words of its own.
 */
final class DeviceScript {
  private static final String NONE = "-";
  private final ArmRequest request;
  private final ObjectNode connection;
  private final List<String> lines = new ArrayList<>();

  private DeviceScript(ArmRequest request) {
    this.request = request;
    this.connection = request.required();
  }

  static Answer make(ArmRequest request) {
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
    return Answer.plain(200, Json.value(String.join("\r\n", script.lines) + "\r\n"));
  }

  private static String required(ObjectNode body, String name) {
    String value = Json.text(body, name);
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
          add("Azure gateway", Json.textOr(gateway, "name", NONE));
          for (ObjectNode each : Gateways.ipConfigurations(gateway)) {
            add("Azure public address", address(each));
          }
          Gateways.networkPrefixes(request.world(), gateway)
              .forEach(prefix -> add("Azure address prefix", prefix));
          addBgp("Azure", gateway);
        });
    site.ifPresent(
        gateway -> {
          add("On-premises gateway", Json.textOr(gateway, "name", NONE));
          add(
              "On-premises public address",
              Json.textOr(Json.properties(gateway), "gatewayIpAddress", NONE));
          Json.strings(gateway, "properties", "localNetworkAddressSpace", "addressPrefixes")
              .forEach(prefix -> add("On-premises address prefix", prefix));
          addBgp("On-premises", gateway);
        });
  }

  private Optional<ObjectNode> end(String name) {
    return Connections.end(connection, name).flatMap(id -> request.world().resources().find(id));
  }

  private String address(ObjectNode ipConfiguration) {
    return Gateways.publicIp(ipConfiguration)
        .flatMap(id -> request.world().resources().find(id))
        .map(found -> Json.textOr(Json.properties(found), "ipAddress", NONE))
        .orElse(NONE);
  }

  private void addBgp(String side, ObjectNode gateway) {
    JsonNode bgp = Json.at(gateway, "properties", "bgpSettings");
    if (bgp != null && Json.flag(Json.properties(connection), "enableBgp")) {
      add(side + " ASN", Json.textOr(bgp, "asn", NONE));
      add(side + " BGP address", Json.textOr(bgp, "bgpPeeringAddress", NONE));
    }
  }

  private void addTunnel() {
    ObjectNode properties = Json.properties(connection);
    add("IKE", Json.textOr(properties, "connectionProtocol", NONE));
    add("Pre-shared key", Json.textOr(properties, "sharedKey", NONE));
    List<ObjectNode> policies = Json.objects(properties, "ipsecPolicies");
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
