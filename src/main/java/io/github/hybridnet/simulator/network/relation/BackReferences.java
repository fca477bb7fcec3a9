package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Updates the references of subnets, public addresses and security groups to the resources that use
 * them. Called after each change that can alter them; etags stay.
 */
public final class BackReferences {
  private final World world;

  /** A gateway that is about to be stored; null if all of them are. */
  private final @Nullable ObjectNode coming;

  private BackReferences(World world, @Nullable ObjectNode coming) {
    this.world = world;
    this.coming = coming;
  }

  /** Updates this resource and those that it uses or has used. */
  public static void refresh(World world, ArmId changed) {
    BackReferences references = new BackReferences(world, null);
    ArmId root = changed.root();
    references.refreshUsedBy(root, world.resources().find(root).orElseGet(JsonCodec::object));
    NetworkPeeringStates.refresh(world, root);
    GlobalReach.refresh(world, root);
  }

  /** Updates what a gateway uses before the gateway itself is stored. */
  public static void refreshFor(World world, ObjectNode gateway) {
    ArmId.parse(ResourceReference.idOf(gateway))
        .ifPresent(id -> new BackReferences(world, gateway).refreshUsedBy(id, gateway));
  }

  private void refreshUsedBy(ArmId id, ObjectNode user) {
    refreshSubnets(touched(id, NetworkTypes.VIRTUAL_NETWORK, placesOf(user)));
    refreshAddresses(touched(id, NetworkTypes.PUBLIC_IP, addressesOf(user)));
    refreshSecurityGroups(touched(id, NetworkTypes.SECURITY_GROUP, groupsOf(user)));
  }

  /** The resource itself, those that it uses, and those that say that it uses them. */
  private Collection<ObjectNode> touched(ArmId id, TypeName type, Stream<ArmId> used) {
    Map<ArmId, ObjectNode> found = new LinkedHashMap<>();
    Stream<ArmId> users =
        world.resources().naming(id, type).stream()
            .flatMap(each -> ArmId.parse(ResourceReference.idOf(each)).stream());
    Stream.concat(Stream.of(id), Stream.concat(used, users))
        .filter(each -> each.type().equals(type))
        .forEach(each -> world.resources().find(each).ifPresent(node -> found.put(each, node)));
    return found.values();
  }

  private static Stream<ArmId> placesOf(ObjectNode gateway) {
    return StoredGateways.ipConfigurations(gateway).stream()
        .flatMap(each -> StoredGateways.subnet(each).stream())
        .map(ArmId::root);
  }

  private static Stream<ArmId> addressesOf(ObjectNode gateway) {
    return StoredGateways.ipConfigurations(gateway).stream()
        .flatMap(each -> StoredGateways.publicIp(each).stream());
  }

  private static Stream<ArmId> groupsOf(ObjectNode network) {
    return JsonMembers.objects(network, "properties", "subnets").stream()
        .flatMap(each -> securityGroup(each).stream());
  }

  private static Optional<ArmId> securityGroup(ObjectNode subnet) {
    return Optional.ofNullable(JsonMembers.text(subnet, "properties", "networkSecurityGroup", "id"))
        .flatMap(ArmId::parse);
  }

  private void refreshSubnets(Collection<ObjectNode> networks) {
    for (ObjectNode network : networks) {
      Map<ArmId, List<String>> users = usersBy(StoredGateways::subnet, network);
      for (ObjectNode subnet : JsonMembers.objects(network, "properties", "subnets")) {
        List<String> ids = usersOf(users, subnet);
        set(subnet, "ipConfigurations", "ipamPoolPrefixAllocations", listed(ids));
      }
    }
  }

  private void refreshAddresses(Collection<ObjectNode> addresses) {
    for (ObjectNode address : addresses) {
      List<String> ids = usersOf(usersBy(StoredGateways::publicIp, address), address);
      set(address, "ipConfiguration", "ipTags", ids.isEmpty() ? null : reference(ids.get(0)));
    }
  }

  private void refreshSecurityGroups(Collection<ObjectNode> groups) {
    for (ObjectNode group : groups) {
      Map<ArmId, List<String>> users = new LinkedHashMap<>();
      for (ObjectNode network : naming(group, NetworkTypes.VIRTUAL_NETWORK)) {
        for (ObjectNode subnet : JsonMembers.objects(network, "properties", "subnets")) {
          securityGroup(subnet).ifPresent(id -> add(users, id, ResourceReference.idOf(subnet)));
        }
      }
      set(group, "subnets", "defaultSecurityRules", listed(usersOf(users, group)));
    }
  }

  private List<ObjectNode> naming(ObjectNode resource, TypeName type) {
    return ArmId.parse(ResourceReference.idOf(resource))
        .map(id -> world.resources().naming(id, type))
        .orElse(List.of());
  }

  private Map<ArmId, List<String>> usersBy(
      Function<JsonNode, Optional<ArmId>> used, ObjectNode resource) {
    List<ObjectNode> gateways = new ArrayList<>(naming(resource, NetworkTypes.GATEWAY));
    if (coming != null) {
      gateways.removeIf(
          each -> ResourceReference.idOf(each).equalsIgnoreCase(ResourceReference.idOf(coming)));
      gateways.add(coming);
    }
    Map<ArmId, List<String>> users = new LinkedHashMap<>();
    for (ObjectNode gateway : gateways) {
      for (ObjectNode each : StoredGateways.ipConfigurations(gateway)) {
        used.apply(each).ifPresent(id -> add(users, id, ResourceReference.idOf(each)));
      }
    }
    return users;
  }

  private static void add(Map<ArmId, List<String>> users, ArmId used, String user) {
    users.computeIfAbsent(used, key -> new ArrayList<>()).add(user);
  }

  private static List<String> usersOf(Map<ArmId, List<String>> users, ObjectNode resource) {
    return ArmId.parse(ResourceReference.idOf(resource))
        .map(id -> users.getOrDefault(id, List.of()))
        .orElse(List.of());
  }

  private static @Nullable JsonNode listed(List<String> ids) {
    if (ids.isEmpty()) {
      return null;
    }
    ArrayNode array = JsonMembers.array();
    ids.forEach(id -> array.add(reference(id)));
    return array;
  }

  private static ObjectNode reference(String id) {
    return JsonCodec.object().put("id", id);
  }

  private void set(ObjectNode resource, String name, String behind, @Nullable JsonNode value) {
    JsonNode now = JsonMembers.at(resource, "properties", name);
    Optional<ArmId> id = ArmId.parse(ResourceReference.idOf(resource));
    if (id.isEmpty() || (now == null ? value == null : now.equals(value))) {
      return;
    }
    world
        .resources()
        .changeQuietly(
            id.get(),
            stored -> {
              ObjectNode properties = JsonMembers.properties(stored);
              properties.remove(name);
              if (value != null) {
                JsonMembers.insertAfter(properties, behind, name, value);
              }
            });
  }
}
