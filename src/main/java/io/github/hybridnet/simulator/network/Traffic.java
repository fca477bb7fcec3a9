package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What flows between each virtual network and one host of the customer's site: it runs the counters
 * of the connection that carries it, and of the links of the circuit, and of nothing else.
 */
final class Traffic {
  static final String IN = "in";
  static final String OUT = "out";

  private static final String NOTE = "traffic";
  private static final String CLIENT = "client";
  private static final String INGRESS = "ingressBytesPerSecond";
  private static final String EGRESS = "egressBytesPerSecond";
  private static final long USUAL_RATE = 1000;
  private static final int HOST = 10;

  private Traffic() {}

  /** Sets all counters to the rates that follow from the paths of this moment. */
  static void measure(World world) {
    Map<ArmId, Map<String, Long>> rates = new LinkedHashMap<>();
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      rates.put(idOf(connection), new TreeMap<>());
      Connections.end(connection, "peer").ifPresent(id -> rates.put(id, new TreeMap<>()));
    }
    for (ArmId network : networks(world)) {
      path(world, network)
          .filter(Plane.Route::passes)
          .ifPresent(route -> add(rates, route, settings(world, network)));
    }
    rates.forEach((id, counters) -> Meter.run(world, id, counters));
  }

  private static void add(
      Map<ArmId, Map<String, Long>> rates, Plane.Route route, ObjectNode settings) {
    long ingress = Json.count(settings, INGRESS);
    long egress = Json.count(settings, EGRESS);
    Map<String, Long> own = rates.getOrDefault(idOf(route.connection()), new TreeMap<>());
    own.merge(IN, ingress, Long::sum);
    own.merge(OUT, egress, Long::sum);
    int links = route.links().size();
    Connections.end(route.connection(), "peer")
        .map(rates::get)
        .ifPresent(
            circuit -> {
              for (String link : route.links()) {
                circuit.merge(link + "BytesIn", ingress / links, Long::sum);
                circuit.merge(link + "BytesOut", egress / links, Long::sum);
              }
            });
  }

  /** The networks with gateways. */
  static List<ArmId> networks(World world) {
    return world.resources().all(NetworkTypes.GATEWAY).stream()
        .flatMap(gateway -> Gateways.network(gateway).stream())
        .distinct()
        .toList();
  }

  /** The way between a network and its client, if routing knows one. */
  static Optional<Plane.Route> path(World world, ArmId network) {
    return client(world, network).flatMap(new Plane(world, network)::to);
  }

  /**
   * The host in the site: the one that was chosen, else one in the first prefix that is announced
   * over ExpressRoute, else over a tunnel.
   */
  static Optional<String> client(World world, ArmId network) {
    String chosen = Json.text(settings(world, network), CLIENT);
    if (chosen != null) {
      return Optional.of(chosen);
    }
    List<Plane.Route> routes = new Plane(world, network).all();
    return routes.stream()
        .filter(route -> Connections.isExpressRoute(route.connection()))
        .findFirst()
        .or(() -> routes.stream().findFirst())
        .map(route -> route.prefix().host(HOST));
  }

  /** The admin call {@code PUT networks/{name}/traffic}. */
  static Answer choose(ArmRequest request) {
    ObjectNode settings = settings(request.world(), request.id());
    JsonNode body = request.body();
    for (String rate : List.of(INGRESS, EGRESS)) {
      JsonNode wanted = body.get(rate);
      if (wanted != null) {
        if (!wanted.isIntegralNumber() || wanted.asLong() < 0) {
          throw ArmErrors.invalidRequestContent("'" + rate + "' is not a number of bytes");
        }
        settings.put(rate, wanted.asLong());
      }
    }
    String client = Json.text(body, CLIENT);
    if (client != null) {
      if (!Cidr.isAddress(client)) {
        throw AddressErrors.malformedAddress(client);
      }
      settings.put(CLIENT, client);
    }
    request.world().notes().put(NOTE, request.id(), settings);
    ConnectionStatuses.refresh(request.world());
    return Answer.plain(200, settings);
  }

  static ObjectNode settings(World world, ArmId network) {
    return world
        .notes()
        .find(NOTE, network)
        .orElseGet(() -> Json.object().put(INGRESS, USUAL_RATE).put(EGRESS, USUAL_RATE));
  }

  private static ArmId idOf(JsonNode resource) {
    return ArmId.parse(Reference.idOf(resource)).orElseThrow();
  }
}
