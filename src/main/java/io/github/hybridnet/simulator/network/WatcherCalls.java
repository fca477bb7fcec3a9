package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/** What a network watcher finds out from a machine in a network: as the data plane is just then. */
final class WatcherCalls {
  private static final String SOURCE = "source";
  private static final String DESTINATION = "destination";
  private static final String ADDRESS = "address";
  private static final int PROBES = 100;

  /** Addresses to which Azure routes nothing unless somebody says where they are. */
  private static final List<String> NOWHERE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  private WatcherCalls() {}

  private static Machines.Machine machine(ArmRequest request, String id) {
    return Machines.find(request.world(), id)
        .orElseThrow(() -> NetworkErrors.absentReference(id, request.id()));
  }

  private static String required(ObjectNode body, String name, String path) {
    String value = Json.textOr(body, name, "");
    if (value.isEmpty()) {
      throw NetworkErrors.missingProperty(name, path);
    }
    return value;
  }

  private static String address(String value) {
    if (!Cidr.isAddress(value)) {
      throw AddressErrors.malformedAddress(value);
    }
    return value;
  }

  private static Optional<Plane.Route> route(
      World world, Machines.Machine machine, String destination) {
    return new Plane(world, machine.network()).to(destination);
  }

  /** POST {@code connectivityCheck}: whether packets arrive. */
  static final class ConnectivityCheck implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      ObjectNode body = request.body();
      ObjectNode source = body.withObjectProperty(SOURCE);
      ObjectNode destination = body.withObjectProperty(DESTINATION);
      machine(request, required(source, "resourceId", SOURCE));
      address(required(destination, ADDRESS, DESTINATION));
      return Answer.acceptedByLocation(
          Work.lasting("networkWatchers.connectivityCheck").with(body));
    }

    @Override
    public JsonNode complete(Completion completion) {
      World world = completion.world();
      JsonNode asked = completion.data();
      String id = Json.textOr(Json.at(asked, SOURCE), "resourceId", "");
      String destination = Json.textOr(Json.at(asked, DESTINATION), ADDRESS, "");
      Optional<Machines.Machine> found = Machines.find(world, id);
      boolean arrives = found.filter(each -> arrives(world, each, destination)).isPresent();
      ObjectNode body = Json.object();
      ArrayNode hops = body.putArray("hops");
      found.ifPresent(each -> hops(world, hops, each, destination));
      body.put("connectionStatus", arrives ? "Reachable" : "Unreachable");
      if (arrives) {
        body.put("avgLatencyInMs", 1).put("minLatencyInMs", 1).put("maxLatencyInMs", 4);
      }
      return body.put("probesSent", PROBES).put("probesFailed", arrives ? 0 : PROBES);
    }

    private static boolean arrives(World world, Machines.Machine machine, String destination) {
      return Machines.isNear(world, machine, destination)
          || route(world, machine, destination).filter(Plane.Route::passes).isPresent();
    }

    private static void hops(
        World world, ArrayNode hops, Machines.Machine machine, String destination) {
      String far = world.ids().guid();
      ObjectNode near = hops.addObject().put("type", "Source").put("id", world.ids().guid());
      near.put(ADDRESS, machine.address()).put("resourceId", machine.id());
      near.putArray("nextHopIds").add(far);
      near.putArray("issues");
      String type = Machines.isNear(world, machine, destination) ? "VnetLocal" : "Internet";
      ObjectNode last = hops.addObject().put("type", type).put("id", far);
      last.put(ADDRESS, destination).putArray("nextHopIds");
      last.putArray("issues");
    }
  }

  /** POST {@code nextHop}: where routing sends packets, whether they arrive or not. */
  static final class NextHop implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      ObjectNode body = request.body();
      machine(request, required(body, "targetResourceId", ""));
      address(required(body, "sourceIPAddress", ""));
      address(required(body, "destinationIPAddress", ""));
      return Answer.acceptedByLocation(Work.lasting("networkWatchers.nextHop").with(body));
    }

    @Override
    public JsonNode complete(Completion completion) {
      World world = completion.world();
      JsonNode asked = completion.data();
      String destination = Json.textOr(asked, "destinationIPAddress", "");
      Optional<Machines.Machine> found =
          Machines.find(world, Json.textOr(asked, "targetResourceId", ""));
      ObjectNode hop = Json.object();
      if (found.filter(each -> Machines.isNear(world, each, destination)).isPresent()) {
        return named(hop, "VnetLocal");
      }
      Optional<Plane.Route> route = found.flatMap(each -> route(world, each, destination));
      if (route.isEmpty()) {
        return named(hop, Machines.isIn(NOWHERE, destination) ? "None" : "Internet");
      }
      hop.put("nextHopType", "VirtualNetworkGateway");
      gatewayAddress(world, route.get()).ifPresent(each -> hop.put("nextHopIpAddress", each));
      return hop.put("routeTableId", "System Route");
    }

    private static ObjectNode named(ObjectNode hop, String type) {
      return hop.put("nextHopType", type).put("routeTableId", "System Route");
    }

    /** ExpressRoute goes by the first edge router, a tunnel by its gateway. */
    private static Optional<String> gatewayAddress(World world, Plane.Route route) {
      boolean expressRoute = Connections.isExpressRoute(route.connection());
      return Connections.end(route.connection(), "virtualNetworkGateway1")
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
