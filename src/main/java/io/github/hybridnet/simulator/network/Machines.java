package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Virtual machines in networks, which the simulator does not have: its owner says which ids stand
 * for one, and at which addresses. Noted beside the network.
 */
final class Machines {
  private static final String NOTE = "machines";
  private static final String RESOURCE = "resourceId";
  private static final String ADDRESS = "address";
  private static final String PROVIDED = "/providers/Microsoft.Network/networkInterfaces/";

  private Machines() {}

  /**
   * A machine.
   *
   * @param id its resource id
   * @param address its private address
   * @param network the virtual network that it is in
   */
  record Machine(String id, String address, ArmId network) {}

  /** The admin call {@code PUT networks/{name}/machines}. */
  static Answer choose(ArmRequest request) {
    List<String> space = prefixes(request.required());
    ObjectNode note = Json.object();
    ArrayNode machines = note.putArray(NOTE);
    for (ObjectNode each : Json.objects(request.body(), NOTE)) {
      String address = Json.textOr(each, ADDRESS, "");
      if (!Cidr.isAddress(address) || !isIn(space, address)) {
        throw ArmErrors.invalidRequestContent("'" + ADDRESS + "' is none of the network");
      }
      String id = Json.textOr(each, RESOURCE, "");
      if (ArmId.parse(id).filter(ArmId::isResource).isEmpty()) {
        throw ArmErrors.invalidRequestContent("'" + RESOURCE + "' is no resource's id");
      }
      machines.addObject().put(RESOURCE, id).put(ADDRESS, address);
    }
    request.world().notes().put(NOTE, request.id(), note);
    return Answer.plain(200, note);
  }

  /** The admin call {@code GET networks/{name}/machines}. */
  static Answer show(ArmRequest request) {
    ObjectNode none = Json.object();
    none.putArray(NOTE);
    return Answer.plain(200, request.world().notes().find(NOTE, request.id()).orElse(none));
  }

  /** The network interfaces of all machines: as much of them as tells where a machine is. */
  static Answer interfaces(ArmRequest request) {
    World world = request.world();
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (Map.Entry<ArmId, ObjectNode> each : world.notes().all(NOTE).entrySet()) {
      Optional<ObjectNode> network = world.resources().find(each.getKey());
      for (ObjectNode machine : Json.objects(each.getValue(), NOTE)) {
        network.ifPresent(there -> value.add(networkInterface(machine, there)));
      }
    }
    return Answer.plain(200, body);
  }

  private static ObjectNode networkInterface(ObjectNode machine, ObjectNode network) {
    String id = Json.textOr(machine, RESOURCE, "");
    String name = id.substring(id.lastIndexOf('/') + 1) + "-nic";
    ObjectNode body = Json.object().put("name", name);
    body.put("id", id.replaceFirst("(?i)/providers/.*$", "") + PROVIDED + name);
    body.put("type", "Microsoft.Network/networkInterfaces");
    body.put("location", Json.textOr(network, "location", ""));
    ObjectNode properties = body.putObject("properties").put("primary", true);
    properties.putObject("virtualMachine").put("id", id);
    ObjectNode address = properties.putArray("ipConfigurations").addObject();
    ObjectNode facts = address.put("name", "ipconfig1").putObject("properties");
    facts.put("privateIPAddress", Json.textOr(machine, ADDRESS, "")).put("primary", true);
    return body;
  }

  static Optional<Machine> find(World world, String id) {
    for (Map.Entry<ArmId, ObjectNode> each : world.notes().all(NOTE).entrySet()) {
      for (ObjectNode machine : Json.objects(each.getValue(), NOTE)) {
        if (Json.textOr(machine, RESOURCE, "").equalsIgnoreCase(id)) {
          return Optional.of(new Machine(id, Json.textOr(machine, ADDRESS, ""), each.getKey()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an address is one of the machine's own network. */
  static boolean isNear(World world, Machine machine, String address) {
    return world
        .resources()
        .find(machine.network())
        .filter(network -> isIn(prefixes(network), address))
        .isPresent();
  }

  private static List<String> prefixes(ObjectNode network) {
    return Json.strings(network, "properties", "addressSpace", "addressPrefixes");
  }

  static boolean isIn(List<String> prefixes, String address) {
    Optional<Cidr> host = Cidr.parse(address + (address.contains(":") ? "/128" : "/32"));
    return host.isPresent()
        && prefixes.stream()
            .flatMap(prefix -> Cidr.parse(prefix).stream())
            .anyMatch(prefix -> prefix.contains(host.get()));
  }
}
