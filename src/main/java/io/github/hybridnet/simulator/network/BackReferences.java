package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what subnets, public addresses and security groups say of their users in step with what
 * those users say. Called after each change that can alter it; etags stay as they are.
 */
final class BackReferences {
  private final World world;
  private final List<ObjectNode> gateways;

  private BackReferences(World world, List<ObjectNode> gateways) {
    this.world = world;
    this.gateways = gateways;
  }

  static void refresh(World world) {
    BackReferences references =
        new BackReferences(world, world.resources().all(NetworkTypes.GATEWAY));
    references.refreshSubnets();
    references.refreshAddresses();
    references.refreshSecurityGroups();
    NetworkPeerings.refresh(world);
    GlobalReach.refresh(world);
  }

  /** Brings what a gateway uses up to date before the gateway itself is stored. */
  static void refreshFor(World world, ObjectNode gateway) {
    List<ObjectNode> all = new ArrayList<>(world.resources().all(NetworkTypes.GATEWAY));
    all.removeIf(each -> Reference.idOf(each).equalsIgnoreCase(Reference.idOf(gateway)));
    all.add(gateway);
    BackReferences references = new BackReferences(world, all);
    references.refreshSubnets();
    references.refreshAddresses();
  }

  private void refreshSubnets() {
    Map<ArmId, List<String>> users = usersBy(Gateways::subnet);
    for (ObjectNode network : all(NetworkTypes.VIRTUAL_NETWORK)) {
      for (ObjectNode subnet : Json.objects(network, "properties", "subnets")) {
        List<String> ids = usersOf(users, subnet);
        set(subnet, "ipConfigurations", "ipamPoolPrefixAllocations", listed(ids));
      }
    }
  }

  private void refreshAddresses() {
    Map<ArmId, List<String>> users = usersBy(Gateways::publicIp);
    for (ObjectNode address : all(NetworkTypes.PUBLIC_IP)) {
      List<String> ids = usersOf(users, address);
      set(address, "ipConfiguration", "ipTags", ids.isEmpty() ? null : reference(ids.get(0)));
    }
  }

  private void refreshSecurityGroups() {
    Map<ArmId, List<String>> users = new LinkedHashMap<>();
    for (ObjectNode network : all(NetworkTypes.VIRTUAL_NETWORK)) {
      for (ObjectNode subnet : Json.objects(network, "properties", "subnets")) {
        Optional.ofNullable(Json.text(subnet, "properties", "networkSecurityGroup", "id"))
            .flatMap(ArmId::parse)
            .ifPresent(group -> add(users, group, Reference.idOf(subnet)));
      }
    }
    for (ObjectNode group : all(NetworkTypes.SECURITY_GROUP)) {
      set(group, "subnets", "defaultSecurityRules", listed(usersOf(users, group)));
    }
  }

  private List<ObjectNode> all(TypeName type) {
    return world.resources().all(type);
  }

  private Map<ArmId, List<String>> usersBy(Function<JsonNode, Optional<ArmId>> used) {
    Map<ArmId, List<String>> users = new LinkedHashMap<>();
    for (ObjectNode gateway : gateways) {
      for (ObjectNode each : Gateways.ipConfigurations(gateway)) {
        used.apply(each).ifPresent(id -> add(users, id, Reference.idOf(each)));
      }
    }
    return users;
  }

  private static void add(Map<ArmId, List<String>> users, ArmId used, String user) {
    users.computeIfAbsent(used, key -> new ArrayList<>()).add(user);
  }

  private static List<String> usersOf(Map<ArmId, List<String>> users, ObjectNode resource) {
    return ArmId.parse(Reference.idOf(resource))
        .map(id -> users.getOrDefault(id, List.of()))
        .orElse(List.of());
  }

  private static @Nullable JsonNode listed(List<String> ids) {
    if (ids.isEmpty()) {
      return null;
    }
    ArrayNode array = Json.array();
    ids.forEach(id -> array.add(reference(id)));
    return array;
  }

  private static ObjectNode reference(String id) {
    return Json.object().put("id", id);
  }

  private void set(ObjectNode resource, String name, String behind, @Nullable JsonNode value) {
    JsonNode now = Json.at(resource, "properties", name);
    Optional<ArmId> id = ArmId.parse(Reference.idOf(resource));
    if (id.isEmpty() || (now == null ? value == null : now.equals(value))) {
      return;
    }
    world
        .resources()
        .changeQuietly(
            id.get(),
            stored -> {
              ObjectNode properties = Json.properties(stored);
              properties.remove(name);
              if (value != null) {
                Json.insertAfter(properties, behind, name, value);
              }
            });
  }
}
