package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Virtual machines in networks. The simulator has none: its owner says which ids stand for one, and
 * at which addresses. Stored as a note about the network.
 */
final class VirtualMachines {
  private static final String NOTE = "machines";
  private static final String RESOURCE = "resourceId";
  private static final String ADDRESS = "address";
  private static final String PROVIDED = "/providers/Microsoft.Network/networkInterfaces/";

  private VirtualMachines() {}

  /**
   * A machine in a simulated network.
   *
   * @param id its resource id
   * @param address its private address
   * @param network the virtual network that it is in
   */
  record Machine(String id, String address, ArmId network) {}

  /** The admin call {@code PUT networks/{name}/machines}. */
  static OperationAnswer choose(ResourceRequest request) {
    List<String> space = prefixes(request.required());
    ObjectNode note = JsonCodec.object();
    ArrayNode machines = note.putArray(NOTE);
    for (ObjectNode each : JsonMembers.objects(request.body(), NOTE)) {
      String address = JsonMembers.textOr(each, ADDRESS, "");
      if (!AddressPrefix.isAddress(address) || !isIn(space, address)) {
        throw ArmErrors.invalidRequestContent("'" + ADDRESS + "' is none of the network");
      }
      String id = JsonMembers.textOr(each, RESOURCE, "");
      if (ArmId.parse(id).filter(ArmId::isResource).isEmpty()) {
        throw ArmErrors.invalidRequestContent("'" + RESOURCE + "' is no resource's id");
      }
      machines.addObject().put(RESOURCE, id).put(ADDRESS, address);
    }
    request.world().notes().put(NOTE, request.id(), note);
    return OperationAnswer.plain(200, note);
  }

  /** The admin call {@code GET networks/{name}/machines}. */
  static OperationAnswer show(ResourceRequest request) {
    ObjectNode none = JsonCodec.object();
    none.putArray(NOTE);
    return OperationAnswer.plain(
        200, request.world().notes().find(NOTE, request.id()).orElse(none));
  }

  /** The network interfaces of all machines: as much of them as tells where a machine is. */
  static OperationAnswer interfaces(ResourceRequest request) {
    World world = request.world();
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (Map.Entry<ArmId, ObjectNode> each : world.notes().all(NOTE).entrySet()) {
      Optional<ObjectNode> network = world.resources().find(each.getKey());
      for (ObjectNode machine : JsonMembers.objects(each.getValue(), NOTE)) {
        network.ifPresent(there -> value.add(networkInterface(machine, there)));
      }
    }
    return OperationAnswer.plain(200, body);
  }

  private static ObjectNode networkInterface(ObjectNode machine, ObjectNode network) {
    String id = JsonMembers.textOr(machine, RESOURCE, "");
    String name = id.substring(id.lastIndexOf('/') + 1) + "-nic";
    ObjectNode body = JsonCodec.object().put("name", name);
    body.put("id", id.replaceFirst("(?i)/providers/.*$", "") + PROVIDED + name);
    body.put("type", "Microsoft.Network/networkInterfaces");
    body.put("location", JsonMembers.textOr(network, "location", ""));
    ObjectNode properties = body.putObject("properties").put("primary", true);
    properties.putObject("virtualMachine").put("id", id);
    ObjectNode address = properties.putArray("ipConfigurations").addObject();
    ObjectNode facts = address.put("name", "ipconfig1").putObject("properties");
    facts.put("privateIPAddress", JsonMembers.textOr(machine, ADDRESS, "")).put("primary", true);
    return body;
  }

  static Optional<Machine> find(World world, String id) {
    for (Map.Entry<ArmId, ObjectNode> each : world.notes().all(NOTE).entrySet()) {
      for (ObjectNode machine : JsonMembers.objects(each.getValue(), NOTE)) {
        if (JsonMembers.textOr(machine, RESOURCE, "").equalsIgnoreCase(id)) {
          return Optional.of(
              new Machine(id, JsonMembers.textOr(machine, ADDRESS, ""), each.getKey()));
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
    return JsonMembers.strings(network, "properties", "addressSpace", "addressPrefixes");
  }

  static boolean isIn(List<String> prefixes, String address) {
    Optional<AddressPrefix> host =
        AddressPrefix.parse(address + (address.contains(":") ? "/128" : "/32"));
    return host.isPresent()
        && prefixes.stream()
            .flatMap(prefix -> AddressPrefix.parse(prefix).stream())
            .anyMatch(prefix -> prefix.contains(host.get()));
  }
}
