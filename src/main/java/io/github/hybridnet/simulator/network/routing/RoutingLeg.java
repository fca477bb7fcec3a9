package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One part of a connection as routing sees it, which is later than what is: noted in the
 * connection. The part {@link #SESSION} is the connection itself, the tunnel or the gateway's
 * session with the edge routers; {@link #PRIMARY} and {@link #SECONDARY} are the two links from the
 * edge to the customer; {@link #BGP} is the routing session inside a tunnel.
 *
 * @param up whether routing uses it
 * @param since when that began
 * @param heading what it is about to become, if that is something else
 * @param cause the first words of the keys of the durations that the latest change had
 */
public record RoutingLeg(
    boolean up, Optional<Instant> since, Optional<Boolean> heading, String cause) {
  public static final String SESSION = "session";
  public static final String PRIMARY = "primary";
  public static final String SECONDARY = "secondary";
  static final String BGP = "bgp";
  static final List<String> LINKS = List.of(PRIMARY, SECONDARY);

  private static final String NOTE = "legs";

  /** A part as it is noted; one that is new is down. */
  public static RoutingLeg of(JsonNode connection, String part) {
    JsonNode noted = JsonMembers.at(connection, "properties", HiddenProperties.MEMBER, NOTE, part);
    String kind =
        StoredConnections.isExpressRoute(connection)
            ? "convergence.expressRoute.connection"
            : "convergence.vpn.connection";
    return new RoutingLeg(
        JsonMembers.flag(noted, "up"),
        Optional.ofNullable(JsonMembers.text(noted, "since")).map(Instant::parse),
        Optional.ofNullable(JsonMembers.at(noted, "heading")).map(JsonNode::asBoolean),
        JsonMembers.textOr(noted, "cause", part.equals(BGP) ? "convergence.vpn.bgp" : kind));
  }

  public static boolean isUp(JsonNode connection, String part) {
    return of(connection, part).up();
  }

  void noteIn(ObjectNode connection, String part) {
    ObjectNode noted =
        JsonMembers.properties(connection)
            .withObjectProperty(HiddenProperties.MEMBER)
            .withObjectProperty(NOTE)
            .putObject(part);
    noted.put("up", up).put("cause", cause);
    since.ifPresent(instant -> noted.put("since", instant.toString()));
    heading.ifPresent(value -> noted.put("heading", value));
  }

  /** What it is, or is about to be. */
  boolean expected() {
    return heading.orElse(up);
  }

  RoutingLeg headingFor(boolean future, String why) {
    return new RoutingLeg(up, since, Optional.of(future), why);
  }

  RoutingLeg staying() {
    return new RoutingLeg(up, since, Optional.empty(), cause);
  }

  RoutingLeg arrived(Instant now) {
    return new RoutingLeg(expected(), Optional.of(now), Optional.empty(), cause);
  }
}
