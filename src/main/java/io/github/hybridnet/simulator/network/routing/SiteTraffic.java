package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.AddressErrors;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The traffic between each virtual network and one host of the customer's site: it runs the
 * counters of the connection that carries it, and of the links of the circuit, and of nothing else.
 */
public final class SiteTraffic {
  public static final String IN = "in";
  public static final String OUT = "out";

  private static final String NOTE = "traffic";
  private static final String CLIENT = "client";
  private static final String INGRESS = "ingressBytesPerSecond";
  private static final String EGRESS = "egressBytesPerSecond";
  private static final long USUAL_RATE = 1000;
  private static final int HOST = 10;

  private SiteTraffic() {}

  /** Sets all counters to the rates that follow from the paths of this moment. */
  static void measure(World world) {
    Map<ArmId, Map<String, Long>> rates = new LinkedHashMap<>();
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      rates.put(idOf(connection), new TreeMap<>());
      StoredConnections.end(connection, "peer").ifPresent(id -> rates.put(id, new TreeMap<>()));
    }
    for (ArmId network : networks(world)) {
      path(world, network)
          .filter(EffectiveRoutes.Route::passes)
          .ifPresent(route -> add(rates, route, settings(world, network)));
    }
    rates.forEach((id, counters) -> ByteCounters.run(world, id, counters));
  }

  private static void add(
      Map<ArmId, Map<String, Long>> rates, EffectiveRoutes.Route route, ObjectNode settings) {
    long ingress = JsonMembers.count(settings, INGRESS);
    long egress = JsonMembers.count(settings, EGRESS);
    Map<String, Long> own = rates.getOrDefault(idOf(route.connection()), new TreeMap<>());
    own.merge(IN, ingress, Long::sum);
    own.merge(OUT, egress, Long::sum);
    int links = route.links().size();
    StoredConnections.end(route.connection(), "peer")
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
        .flatMap(gateway -> StoredGateways.network(gateway).stream())
        .distinct()
        .toList();
  }

  /** The way between a network and its client, if routing knows one. */
  static Optional<EffectiveRoutes.Route> path(World world, ArmId network) {
    return client(world, network).flatMap(new EffectiveRoutes(world, network)::to);
  }

  /**
   * The host in the site: the one that was chosen, else one in the first prefix that is announced
   * over ExpressRoute, else over a tunnel.
   */
  static Optional<String> client(World world, ArmId network) {
    String chosen = JsonMembers.text(settings(world, network), CLIENT);
    if (chosen != null) {
      return Optional.of(chosen);
    }
    List<EffectiveRoutes.Route> routes = new EffectiveRoutes(world, network).all();
    return routes.stream()
        .filter(route -> StoredConnections.isExpressRoute(route.connection()))
        .findFirst()
        .or(() -> routes.stream().findFirst())
        .map(route -> route.prefix().host(HOST));
  }

  /** The admin call {@code PUT networks/{name}/traffic}. */
  static OperationAnswer choose(ResourceRequest request) {
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
    String client = JsonMembers.text(body, CLIENT);
    if (client != null) {
      if (!AddressPrefix.isAddress(client)) {
        throw AddressErrors.malformedAddress(client);
      }
      settings.put(CLIENT, client);
    }
    request.world().notes().put(NOTE, request.id(), settings);
    ConnectionStatuses.refresh(request.world());
    return OperationAnswer.plain(200, settings);
  }

  static ObjectNode settings(World world, ArmId network) {
    return world
        .notes()
        .find(NOTE, network)
        .orElseGet(() -> JsonCodec.object().put(INGRESS, USUAL_RATE).put(EGRESS, USUAL_RATE));
  }

  private static ArmId idOf(JsonNode resource) {
    return ArmId.parse(ResourceReference.idOf(resource)).orElseThrow();
  }
}
