package io.github.hybridnet.survival;

import io.github.hybridnet.simulator.SimulatorAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Parameter files: those of the reference architecture, with more in them. */
public final class Declarations {
  public static final String GROUP = "ra-hybrid-vpn-er-rg";
  static final String NETWORK = "ra-hybrid-vpn-er-vnet";

  /** Secrets that nobody may ever see; each is found by its middle too. */
  static final String KEY = "Canary1OldPreSharedKeyOfTheTunnel";

  static final String CHANGED_KEY = "Canary2NewPreSharedKeyOfTheTunnel";
  static final String MD5 = "Canary3Md5KeyOfPeering";

  /** All of them, by name. */
  static final Map<String, String> SECRETS =
      Map.of("the first key", KEY, "the second key", CHANGED_KEY, "the MD5 key", MD5);

  private static final Path REFERENCE = Path.of("src/it/quickstart/src/main/hybridnet");

  private static final String PEERINGS =
      """
      "allowClassicOperations": false,
      "peerings": [{"peeringType": "AzurePrivatePeering", "vlanId": 200, "peerASN": 65001,
        "primaryPeerAddressPrefix": "192.168.15.16/30",
        "secondaryPeerAddressPrefix": "192.168.15.20/30", "sharedKey": "%s"}]
      """
          .formatted(MD5);

  private static final String SECURITY_GROUPS =
      """
      {"parameters": {
        "virtualNetworkSettings": {"value": {
          "name": "ra-hybrid-vpn-er-vnet", "resourceGroup": "ra-hybrid-vpn-er-rg"}},
        "networkSecurityGroupsSettings": {"value": [{
          "name": "web-nsg", "subnets": ["web"],
          "securityRules": [{"name": "allow-https", "priority": 100, "direction": "Inbound",
            "access": "Allow", "protocol": "Tcp", "sourceAddressPrefix": "192.168.0.0/16",
            "sourcePortRange": "*", "destinationAddressPrefix": "*",
            "destinationPortRange": "443"}]}]}}}
      """;

  private static final String NAME_SERVERS = "\"dnsServers\": [ \"192.168.0.4\", \"192.168.0.5\" ]";

  /** What differs from the published files, in all declarations. */
  private static final Map<String, String> ADDED =
      Map.of("\"123secret\"", "\"" + KEY + "\"", "\"allowClassicOperations\": false", PEERINGS);

  /** A later state of the same network: other tags, another subnet, another key. */
  private static final Map<String, String> CHANGED =
      Map.of(
          KEY,
          CHANGED_KEY,
          "\"10.0.1.0/24\"",
          "\"10.0.1.0/24\"}, {\"name\": \"biz\", \"addressPrefix\": \"10.0.2.0/24\"",
          "\"dnsServers\": [ ]",
          "\"dnsServers\": [ ], \"tags\": {\"stage\": \"second\"}",
          "\"192.168.0.0/16\" ]",
          "\"192.168.0.0/16\", \"172.16.0.0/20\" ]");

  /** The same in another place of the address space, for which both gateways must go first. */
  private static final Map<String, String> ANOTHER_GATEWAY_SUBNET =
      Map.of("10.0.255.224/27", "10.0.254.0/26");

  private static final String VPN_SKU = "\"sku\": \"Standard\"";

  /**
   * A network that others made: its address has a name that no file needs to know, and it speaks
   * BGP.
   */
  private static final Map<String, String> MADE_BY_OTHERS =
      Map.of(
          VPN_SKU, VPN_SKU + ", \"enableBgp\": true, \"publicIp\": {\"name\": \"made-by-others\"}");

  /**
   * The same as the owner of the files sees it: no name of the address, and what Azure assigned.
   */
  private static final Map<String, String> ADOPTED =
      Map.of(
          VPN_SKU,
          VPN_SKU
              + ", \"enableBgp\": true, \"asn\": 65515, \"bgpPeeringAddress\": \"10.0.255.254\"");

  /** What the user allows to be removed for that. */
  static final String REPLACED = "GatewaySubnet,ra-hybrid-vpn-vgw,ra-hybrid-er-vgw";

  private Declarations() {}

  /** The id of the circuit. */
  public static String circuit(SimulatorAccess access) {
    return "/subscriptions/"
        + access.credentials().subscriptionId()
        + "/resourceGroups/"
        + GROUP
        + "/providers/Microsoft.Network/expressRouteCircuits/ra-hybrid-vpn-er-erc";
  }

  /** Writes the network as it is first. */
  public static Path first(Path directory) throws IOException {
    return write(directory, Map.of());
  }

  /** Writes the network as it is first, connected with an authorization of the circuit. */
  static Path authorized(Path directory, String key) throws IOException {
    String kind = "\"connectionType\": \"ExpressRoute\"";
    return write(directory, Map.of(kind, kind + ", \"authorizationKey\": \"" + key + "\""));
  }

  /** Writes the network as it is later. */
  public static Path changed(Path directory) throws IOException {
    return write(directory, CHANGED);
  }

  /** Writes the network as it is later, with another subnet for its gateways. */
  public static Path replaced(Path directory) throws IOException {
    Map<String, String> changes = new HashMap<>(CHANGED);
    changes.putAll(ANOTHER_GATEWAY_SUBNET);
    return write(directory, changes);
  }

  /** Writes a network as others made it. */
  public static Path madeByOthers(Path directory) throws IOException {
    return write(directory, MADE_BY_OTHERS);
  }

  /**
   * Writes that network as its new owner declares it: with what Azure assigned, and no more names.
   */
  public static Path adopted(Path directory) throws IOException {
    return write(directory, ADOPTED);
  }

  /** Adds DNS servers to files that were written, which have none. */
  public static Path withNameServers(Path directory) throws IOException {
    Path file = directory.resolve("virtualNetwork.parameters.json");
    String text = Files.readString(file).replace("\"dnsServers\": [ ]", NAME_SERVERS);
    Files.writeString(file, text);
    return directory;
  }

  private static Path write(Path directory, Map<String, String> changes) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> published = Files.list(REFERENCE)) {
      for (Path file : published.toList()) {
        String text = replaced(replaced(Files.readString(file), ADDED), changes);
        Files.writeString(directory.resolve(file.getFileName().toString()), text);
      }
    }
    Files.writeString(
        directory.resolve("networkSecurityGroups.parameters.json"),
        replaced(SECURITY_GROUPS, changes));
    return directory;
  }

  private static String replaced(String text, Map<String, String> changes) {
    String result = text;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      result = result.replace(change.getKey(), change.getValue());
    }
    return result;
  }
}
