package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.simulator.variant.answer.ReadOnlyMembers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No write sends a member that only the service sets: what is read of a resource, and later sent
 * back, has none of those that the specification names.
 */
class ReadOnlyMembersTest {
  private static final Set<String> LISTS =
      Set.of(
          "delegations",
          "ipConfigurations",
          "bgpPeeringAddresses",
          "ipamPoolPrefixAllocations",
          "natRules",
          "advertisedPublicPrefixInfo",
          "connections",
          "subnets",
          "virtualNetworkPeerings",
          "securityRules",
          "peerings",
          "authorizations");

  private final FakeArm arm = new FakeArm();

  @ParameterizedTest
  @EnumSource(names = "RESOURCE_GROUP", mode = EnumSource.Mode.EXCLUDE)
  void noneIsLeftInWhatIsSentBack(ResourceType type) {
    boolean part = type.armName().chars().filter(c -> c == '/').count() > 1;
    ResourceKey key = new ResourceKey("s", "rg", type, part ? "whole/part" : "rg");
    Map<String, Object> shown = shown(type.armName());
    arm.service.on("GET " + key.id(), 200, JsonTree.write(shown));

    ActualResource actual = arm.cloud().read(key).orElseThrow();

    assertThat(ReadOnlyMembers.in(type.armName(), json(shown))).isNotEmpty();
    assertThat(ReadOnlyMembers.in(type.armName(), json(actual.body()))).isEmpty();
    assertThat(actual.body().toString()).contains("knownByNobody");
  }

  /** A resource with all of them, and with a member that no model knows. */
  private static Map<String, Object> shown(String type) {
    Map<String, Object> shown = new LinkedHashMap<>();
    ReadOnlyMembers.of(type).forEach(path -> put(shown, path.split("\\.", -1), 0));
    for (String list : List.of("subnets", "virtualNetworkPeerings", "peerings", "authorizations")) {
      List<String> ofPart = ReadOnlyMembers.of(type + "/" + list);
      if (ofPart.size() > ReadOnlyMembers.of("nothing").size()) {
        ofPart.forEach(path -> put(shown, ("properties." + list + "." + path).split("\\.", -1), 0));
      }
    }
    put(shown, new String[] {"properties", "knownByNobody"}, 0);
    return shown;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> owner, String[] path, int depth) {
    String name = path[depth];
    if (depth == path.length - 1) {
      owner.put(name, value(name));
    } else if (LISTS.contains(name)) {
      List<Object> list =
          (List<Object>) owner.computeIfAbsent(name, n -> List.of(new LinkedHashMap<>()));
      put((Map<String, Object>) list.get(0), path, depth + 1);
    } else {
      put(
          (Map<String, Object>) owner.computeIfAbsent(name, n -> new LinkedHashMap<>()),
          path,
          depth + 1);
    }
  }

  /** Of the JSON type that the specification wants. */
  private static Object value(String name) {
    return switch (name) {
      case "capacity", "stag", "egressBytesTransferred", "ingressBytesTransferred" -> 7;
      case "upgradedToV2" -> true;
      case "ipConfiguration", "remoteVirtualNetworkEncryption", "defaultPublicNatGateway" ->
          Map.of("enabled", true);
      case "privateEndpoints",
          "ipConfigurations",
          "ipConfigurationProfiles",
          "resourceNavigationLinks",
          "serviceAssociationLinks",
          "flowLogs",
          "defaultSecurityRules",
          "networkInterfaces",
          "subnets",
          "tunnelConnectionStatus",
          "peeredConnections",
          "bgpConnections" ->
          List.of(Map.of("id", "/i"));
      case "allocatedAddressPrefixes", "actions", "defaultBgpIpAddresses", "tunnelIpAddresses" ->
          List.of("one");
      default -> "text";
    };
  }

  private static JsonNode json(Map<String, Object> body) {
    return new ObjectMapper().valueToTree(body);
  }
}
