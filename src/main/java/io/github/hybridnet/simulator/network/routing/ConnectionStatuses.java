package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code connectionStatus} in step with what routing knows of each connection, see {@link
 * RoutingConvergence}. The simulator's owner may set a status, which then stays: it changes the
 * status that the connection shows, and not its path.
 */
public final class ConnectionStatuses {
  /** The event of a tunnel whose gateway has begun to call the other end. */
  public static final String TUNNEL_UP = "connection.tunnelUp";

  private static final String TUNNEL = "tunnel";
  private static final String CHOSEN = "status";
  private static final String SENT = "sentStatus";
  private static final String STATUS = "connectionStatus";
  private static final String ABSENT = "absent";
  private static final String NULL = "null";
  private static final String UNKNOWN = "Unknown";
  private static final String CONNECTED = "Connected";
  private static final String NOT_CONNECTED = "NotConnected";

  /** How long a change of the session is not seen in a status that is late. */
  private static final Duration LAG = Duration.ofMinutes(5);

  private ConnectionStatuses() {}

  /** Remembers which status the PUT that is being answered has sent, if any. */
  public static void noteSent(ObjectNode connection, @Nullable String status) {
    HiddenProperties.put(connection, SENT, status == null ? ABSENT : status);
  }

  /** Shows what the PUT that is being answered has sent, as in all recordings. */
  public static void showSent(ObjectNode connection) {
    ObjectNode properties = JsonMembers.properties(connection);
    HiddenProperties.text(connection, SENT)
        .ifPresent(
            sent -> {
              if (sent.equals(ABSENT)) {
                properties.remove(STATUS);
              } else if (properties.has(STATUS)) {
                properties.put(STATUS, sent);
              }
            });
  }

  /** The PUT is over: later answers are not about what it sent. */
  public static void forgetSent(ObjectNode connection) {
    HiddenProperties.remove(connection, SENT);
  }

  /** What a connection shows when its creation is over. */
  public static void begin(ObjectNode connection) {
    forgetSent(connection);
    ObjectNode properties = JsonMembers.properties(connection);
    if (!properties.has(STATUS)) {
      JsonMembers.insertAfter(
          properties, "trafficSelectorPolicies", STATUS, JsonMembers.value(UNKNOWN));
    }
  }

  /** Whether a creation of the connection has ever succeeded. */
  static boolean isMade(ObjectNode connection) {
    return JsonMembers.properties(connection).has(STATUS);
  }

  /** Whether the gateway has begun to call the other end of a tunnel. */
  public static boolean isTried(ObjectNode connection) {
    return HiddenProperties.text(connection, TUNNEL).isPresent();
  }

  /** The handler of {@link #TUNNEL_UP}. */
  public static void tunnelUp(World world, ArmId target, ObjectNode data) {
    world
        .resources()
        .changeQuietly(target, connection -> HiddenProperties.put(connection, TUNNEL, CONNECTED));
    refresh(world);
  }

  /**
   * The admin call {@code PUT connections/{name}/status}. A status of {@code absent} leaves the
   * member out, and null shows null, as healthy connections of ExpressRoute have been seen.
   */
  public static OperationAnswer choose(ResourceRequest request) {
    JsonNode given = request.body().get(CHOSEN);
    if (given == null || !(given.isTextual() || given.isNull())) {
      throw ArmErrors.invalidRequestContent("The body must be {\"status\": \"Connected\"}.");
    }
    String wanted = given.isNull() ? NULL : given.textValue();
    String status =
        wanted.equals(NULL) || wanted.equals(ABSENT)
            ? wanted
            : AllowedValues.CONNECTION_STATUS.fromOwner(wanted, CHOSEN);
    World world = request.world();
    world
        .resources()
        .changeQuietly(
            request.id(), connection -> HiddenProperties.put(connection, CHOSEN, status));
    refresh(world);
    return OperationAnswer.plain(200, JsonCodec.object().put(CHOSEN, status));
  }

  /**
   * Updates everything that depends on which resources are connected: convergence, statuses and
   * traffic.
   */
  public static void refresh(World world) {
    RoutingConvergence.watch(world);
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      String shown = JsonMembers.text(connection, "properties", STATUS);
      String derived = derive(connection);
      if (shown != null && !shown.equals(derived)) {
        ArmId id = ArmId.parse(ResourceReference.idOf(connection)).orElseThrow();
        world
            .resources()
            .changeQuietly(id, stored -> JsonMembers.properties(stored).put(STATUS, derived));
      }
    }
    SiteTraffic.measure(world);
  }

  /**
   * Shows the status in the way that the simulator's owner has chosen for this connection, else as
   * the variant of {@link AzureVariant#ER_CONNECTION_STATUS} wants it.
   */
  public static void show(ObjectNode connection, ViewContext viewContext) {
    ObjectNode properties = JsonMembers.properties(connection);
    String way =
        HiddenProperties.text(connection, CHOSEN).orElseGet(() -> variant(connection, viewContext));
    if (!properties.has(STATUS)) {
      return;
    }
    switch (way) {
      case NULL -> properties.putNull(STATUS);
      case ABSENT -> properties.remove(STATUS);
      case "unknown" -> properties.put(STATUS, UNKNOWN);
      case "connected" -> properties.put(STATUS, CONNECTED);
      default -> {
        // As it is stored.
      }
    }
  }

  private static String variant(ObjectNode connection, ViewContext viewContext) {
    if (!StoredConnections.isExpressRoute(connection)) {
      return "";
    }
    String played = viewContext.variants().of(AzureVariant.ER_CONNECTION_STATUS);
    if (!played.equals("late")) {
      return played;
    }
    boolean old =
        RoutingLeg.of(connection, RoutingLeg.SESSION)
            .since()
            .map(since -> since.plus(LAG))
            .filter(visible -> !visible.isAfter(viewContext.now()))
            .isPresent();
    return old ? "" : "unknown";
  }

  private static String derive(ObjectNode connection) {
    RoutingLeg session = RoutingLeg.of(connection, RoutingLeg.SESSION);
    Optional<String> chosen =
        HiddenProperties.text(connection, CHOSEN).filter(c -> !c.equals(NULL) && !c.equals(ABSENT));
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (ProvisioningStateField.of(connection).equals(ProvisioningStateField.FAILED)) {
      return NOT_CONNECTED;
    }
    if (session.up()) {
      return CONNECTED;
    }
    if (StoredConnections.isExpressRoute(connection)) {
      return NOT_CONNECTED;
    }
    if (!isTried(connection)) {
      return UNKNOWN;
    }
    return session.expected() ? "Connecting" : NOT_CONNECTED;
  }
}
