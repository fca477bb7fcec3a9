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
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Optional;

/**
 * Which prefixes the customer's site announces, and over what. Over a circuit it announces what the
 * simulator's owner said, else what the tunnels of the same network lead to, as in a network with
 * failover. Over a tunnel with BGP it announces what the owner said, else the prefixes of the local
 * network gateway; over one without, the prefixes are fixed.
 */
public final class RouteAnnouncements {
  private static final String NOTE = "announced";
  private static final String PREFIXES = "prefixes";

  private RouteAnnouncements() {}

  public static List<String> overCircuit(World world, ObjectNode circuit, ArmId network) {
    return chosen(world, ResourceReference.idOf(circuit)).orElseGet(() -> siteOf(world, network));
  }

  static List<String> overTunnel(World world, ObjectNode connection) {
    Optional<ObjectNode> site =
        StoredConnections.end(connection, "localNetworkGateway2")
            .flatMap(id -> world.resources().find(id));
    if (site.isEmpty()) {
      return List.of();
    }
    boolean bgp = StoredConnections.speaksBgp(world, connection);
    Optional<List<String>> chosen =
        bgp ? chosen(world, ResourceReference.idOf(site.get())) : Optional.empty();
    return chosen.orElseGet(() -> prefixes(site.get()));
  }

  /** The admin calls {@code PUT …/announcements} of circuits and local network gateways. */
  static OperationAnswer choose(ResourceRequest request) {
    JsonNode wanted = request.body().get(PREFIXES);
    if (wanted == null || !wanted.isArray()) {
      throw ArmErrors.invalidRequestContent(
          "The body must be {\"prefixes\": [\"10.1.0.0/16\"]}; DELETE goes back to the default.");
    }
    List<String> prefixes = JsonMembers.strings(request.body(), PREFIXES);
    AddressPrefixReader.read(prefixes, request.id());
    ObjectNode note = JsonCodec.object();
    note.set(PREFIXES, JsonMembers.texts(prefixes));
    request.world().notes().put(NOTE, request.id(), note);
    ConnectionStatuses.refresh(request.world());
    return OperationAnswer.plain(200, note);
  }

  /** The admin calls {@code DELETE …/announcements}. */
  static OperationAnswer forget(ResourceRequest request) {
    request.world().notes().remove(NOTE, request.id());
    ConnectionStatuses.refresh(request.world());
    return OperationAnswer.plain(200, JsonCodec.object());
  }

  private static Optional<List<String>> chosen(World world, String id) {
    return ArmId.parse(id)
        .flatMap(about -> world.notes().find(NOTE, about))
        .map(note -> JsonMembers.strings(note, PREFIXES));
  }

  private static List<String> siteOf(World world, ArmId network) {
    return StoredConnections.inNetwork(world, network).stream()
        .filter(each -> StoredConnections.type(each).equals("IPsec"))
        .flatMap(each -> overTunnel(world, each).stream())
        .distinct()
        .toList();
  }

  /** The prefixes of a site, without the host route to its BGP speaker. */
  private static List<String> prefixes(ObjectNode localGateway) {
    String speaker =
        JsonMembers.text(localGateway, "properties", "bgpSettings", "bgpPeeringAddress");
    return JsonMembers.strings(
            localGateway, "properties", "localNetworkAddressSpace", "addressPrefixes")
        .stream()
        .filter(each -> !each.equals(speaker + "/32"))
        .toList();
  }
}
