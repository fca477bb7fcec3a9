package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.AddressErrors;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;
import java.util.Optional;

/** The calls of a network watcher; they show the data plane at this moment. */
final class NetworkWatcherCalls {
  private static final String SOURCE = "source";
  private static final String DESTINATION = "destination";
  private static final String ADDRESS = "address";
  private static final int PROBES = 100;

  /** Addresses to which Azure routes nothing unless somebody says where they are. */
  private static final List<String> NOWHERE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  private NetworkWatcherCalls() {}

  private static VirtualMachines.Machine machine(ResourceRequest request, String id) {
    return VirtualMachines.find(request.world(), id)
        .orElseThrow(() -> NetworkErrors.absentReference(id, request.id()));
  }

  private static String required(ObjectNode body, String name, String path) {
    String value = JsonMembers.textOr(body, name, "");
    if (value.isEmpty()) {
      throw NetworkErrors.missingProperty(name, path);
    }
    return value;
  }

  private static String address(String value) {
    if (!AddressPrefix.isAddress(value)) {
      throw AddressErrors.malformedAddress(value);
    }
    return value;
  }

  private static Optional<EffectiveRoutes.Route> route(
      World world, VirtualMachines.Machine machine, String destination) {
    return new EffectiveRoutes(world, machine.network()).to(destination);
  }

  /** POST {@code connectivityCheck}: whether packets arrive. */
  static final class ConnectivityCheck implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ObjectNode body = request.body();
      ObjectNode source = body.withObjectProperty(SOURCE);
      ObjectNode destination = body.withObjectProperty(DESTINATION);
      machine(request, required(source, "resourceId", SOURCE));
      address(required(destination, ADDRESS, DESTINATION));
      return OperationAnswer.acceptedByLocation(
          TimedWork.lasting("networkWatchers.connectivityCheck").with(body));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      World world = operationCompletion.world();
      JsonNode asked = operationCompletion.data();
      String id = JsonMembers.textOr(JsonMembers.at(asked, SOURCE), "resourceId", "");
      String destination = JsonMembers.textOr(JsonMembers.at(asked, DESTINATION), ADDRESS, "");
      Optional<VirtualMachines.Machine> found = VirtualMachines.find(world, id);
      boolean arrives = found.filter(each -> arrives(world, each, destination)).isPresent();
      ObjectNode body = JsonCodec.object();
      ArrayNode hops = body.putArray("hops");
      found.ifPresent(each -> hops(world, hops, each, destination));
      body.put("connectionStatus", arrives ? "Reachable" : "Unreachable");
      if (arrives) {
        body.put("avgLatencyInMs", 1).put("minLatencyInMs", 1).put("maxLatencyInMs", 4);
      }
      return body.put("probesSent", PROBES).put("probesFailed", arrives ? 0 : PROBES);
    }

    private static boolean arrives(
        World world, VirtualMachines.Machine machine, String destination) {
      return VirtualMachines.isNear(world, machine, destination)
          || route(world, machine, destination).filter(EffectiveRoutes.Route::passes).isPresent();
    }

    private static void hops(
        World world, ArrayNode hops, VirtualMachines.Machine machine, String destination) {
      String far = world.ids().guid();
      ObjectNode near = hops.addObject().put("type", "Source").put("id", world.ids().guid());
      near.put(ADDRESS, machine.address()).put("resourceId", machine.id());
      near.putArray("nextHopIds").add(far);
      near.putArray("issues");
      String type = VirtualMachines.isNear(world, machine, destination) ? "VnetLocal" : "Internet";
      ObjectNode last = hops.addObject().put("type", type).put("id", far);
      last.put(ADDRESS, destination).putArray("nextHopIds");
      last.putArray("issues");
    }
  }

  /** POST {@code nextHop}: where routing sends packets, whether they arrive or not. */
  static final class NextHop implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ObjectNode body = request.body();
      machine(request, required(body, "targetResourceId", ""));
      address(required(body, "sourceIPAddress", ""));
      address(required(body, "destinationIPAddress", ""));
      return OperationAnswer.acceptedByLocation(
          TimedWork.lasting("networkWatchers.nextHop").with(body));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      World world = operationCompletion.world();
      JsonNode asked = operationCompletion.data();
      String destination = JsonMembers.textOr(asked, "destinationIPAddress", "");
      Optional<VirtualMachines.Machine> found =
          VirtualMachines.find(world, JsonMembers.textOr(asked, "targetResourceId", ""));
      ObjectNode hop = JsonCodec.object();
      if (found.filter(each -> VirtualMachines.isNear(world, each, destination)).isPresent()) {
        return named(hop, "VnetLocal");
      }
      Optional<EffectiveRoutes.Route> route =
          found.flatMap(each -> route(world, each, destination));
      if (route.isEmpty()) {
        return named(hop, VirtualMachines.isIn(NOWHERE, destination) ? "None" : "Internet");
      }
      hop.put("nextHopType", "VirtualNetworkGateway");
      gatewayAddress(world, route.get()).ifPresent(each -> hop.put("nextHopIpAddress", each));
      return hop.put("routeTableId", "System Route");
    }

    private static ObjectNode named(ObjectNode hop, String type) {
      return hop.put("nextHopType", type).put("routeTableId", "System Route");
    }

    /** ExpressRoute goes by the first edge router, a tunnel by its gateway. */
    private static Optional<String> gatewayAddress(World world, EffectiveRoutes.Route route) {
      boolean expressRoute = StoredConnections.isExpressRoute(route.connection());
      return StoredConnections.end(route.connection(), "virtualNetworkGateway1")
          .flatMap(id -> world.resources().find(id))
          .map(gateway -> new BgpPeers(world, gateway))
          .flatMap(
              peers ->
                  expressRoute
                      ? peers.all().stream().map(BgpPeers.Peer::address).findFirst()
                      : Optional.of(peers.localAddress()));
    }
  }
}
