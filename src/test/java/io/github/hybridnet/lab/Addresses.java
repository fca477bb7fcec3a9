package io.github.hybridnet.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lab's configuration is filled with: what the parameter files declare, what the
 * (simulated) cloud assigned, and what follows from that.
 */
final class Addresses {
  /** The parameter files. */
  static final Path DECLARED = Path.of("src/lab/hybridnet");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z_]+)@");

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Those of the declared network.
   *
   * @param outputs {@code outputs.json} of its deployment
   */
  Addresses(Path outputs) throws IOException {
    site(parameter("virtualNetworkGateway-vpn", "connectionSettings").path("localNetworkGateway"));
    network(parameter("virtualNetwork", "virtualNetworkSettings"));
    peering(parameter("expressRouteCircuit", "expressRouteCircuitSettings").at("/peerings/0"));
    assigned(MAPPER.readTree(outputs.toFile()));
    put("MICROSOFT_AS", "12076");
    put("GATEWAY_AS", "65515");
    // Azure does not show these.
    put("EDGE_TO_GATEWAY", "169.254.10.1");
    put("GATEWAY_TO_EDGE", "169.254.10.2");
  }

  /** All of them. */
  Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** One of them. */
  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Nothing is known of " + name);
    }
    return value;
  }

  /** The text of a file of {@code src/lab} with values in the place of its placeholders. */
  String fill(String file, Map<String, String> more) throws IOException {
    Matcher matcher = PLACEHOLDER.matcher(Files.readString(Path.of("src/lab", file)));
    return matcher.replaceAll(
        found -> {
          String own = more.get(found.group(1));
          return Matcher.quoteReplacement(own == null ? get(found.group(1)) : own);
        });
  }

  private void site(JsonNode device) {
    put("SITE", device.at("/addressPrefixes/0").asText());
    put("SITE_PUBLIC", device.path("ipAddress").asText());
    put("SITE_AS", device.at("/bgp/asn").asText());
    String edge = device.at("/bgp/bgpPeeringAddress").asText();
    put("EDGE", edge);
    put("HOST", host(edge, 10));
    put("SITE_PART", host(edge, 0) + "/24");
  }

  private void network(JsonNode network) {
    put("NETWORK", network.at("/addressPrefixes/0").asText());
    for (JsonNode subnet : network.path("subnets")) {
      String prefix = subnet.path("addressPrefix").asText();
      int first = Integer.parseInt(prefix.replaceAll(".*\\.|/.*", ""));
      // The first four addresses of a subnet are Azure's own; the first of them is its router.
      if (subnet.path("name").asText().equals("GatewaySubnet")) {
        put("ROUTER", host(prefix, first + 1));
        put("ER_GATEWAY", host(prefix, first + 4));
      } else {
        put("VM_ROUTER", host(prefix, first + 1));
        put("VM", host(prefix, first + 4));
      }
    }
  }

  private void peering(JsonNode peering) {
    String prefix = peering.path("primaryPeerAddressPrefix").asText();
    int first = Integer.parseInt(prefix.replaceAll(".*\\.|/.*", ""));
    put("PEERING_CUSTOMER", host(prefix, first + 1));
    put("PEERING_MICROSOFT", host(prefix, first + 2));
  }

  private void assigned(JsonNode outputs) {
    for (JsonNode gateway : outputs.path("gateways")) {
      if (gateway.path("type").asText().equals("Vpn")) {
        put("VPN_PUBLIC", gateway.at("/publicIpAddresses/0").asText());
        put("VPN_GATEWAY", gateway.path("bgpPeeringAddress").asText());
      }
    }
  }

  private void put(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalStateException("The lab's network has no " + name);
    }
    values.put(name, value);
  }

  /** The address or prefix with another last number. */
  private static String host(String address, int last) {
    return address.substring(0, address.lastIndexOf('.') + 1) + last;
  }

  private static JsonNode parameter(String file, String name) throws IOException {
    return MAPPER
        .readTree(DECLARED.resolve(file + ".parameters.json").toFile())
        .at("/parameters/" + name + "/value");
  }
}
