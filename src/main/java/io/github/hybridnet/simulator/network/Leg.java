package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
record Leg(boolean up, Optional<Instant> since, Optional<Boolean> heading, String cause) {
  static final String SESSION = "session";
  static final String PRIMARY = "primary";
  static final String SECONDARY = "secondary";
  static final String BGP = "bgp";
  static final List<String> LINKS = List.of(PRIMARY, SECONDARY);

  private static final String NOTE = "legs";

  /** A part as it is noted; one that is new is down. */
  static Leg of(JsonNode connection, String part) {
    JsonNode noted = Json.at(connection, "properties", Hidden.MEMBER, NOTE, part);
    String kind =
        Connections.isExpressRoute(connection)
            ? "convergence.expressRoute.connection"
            : "convergence.vpn.connection";
    return new Leg(
        Json.flag(noted, "up"),
        Optional.ofNullable(Json.text(noted, "since")).map(Instant::parse),
        Optional.ofNullable(Json.at(noted, "heading")).map(JsonNode::asBoolean),
        Json.textOr(noted, "cause", part.equals(BGP) ? "convergence.vpn.bgp" : kind));
  }

  static boolean isUp(JsonNode connection, String part) {
    return of(connection, part).up();
  }

  void noteIn(ObjectNode connection, String part) {
    ObjectNode noted =
        Json.properties(connection)
            .withObjectProperty(Hidden.MEMBER)
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

  Leg headingFor(boolean future, String why) {
    return new Leg(up, since, Optional.of(future), why);
  }

  Leg staying() {
    return new Leg(up, since, Optional.empty(), cause);
  }

  Leg arrived(Instant now) {
    return new Leg(expected(), Optional.of(now), Optional.empty(), cause);
  }
}
