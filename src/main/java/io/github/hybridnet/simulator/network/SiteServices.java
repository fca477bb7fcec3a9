package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.plane.Reach;
import io.github.hybridnet.simulator.plane.SiteService;
import io.github.hybridnet.simulator.plane.WhenDown;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services behind virtual networks that were asked for, at most one for each network. They are
 * noted beside the networks, so that they are opened again at the same ports after a restart.
 */
final class SiteServices {
  private static final System.Logger LOG = System.getLogger(SiteServices.class.getName());
  private static final String NOTE = "service";
  private static final String PORT = "port";
  private static final String WHEN_DOWN = "whenDown";
  private static final int LAST_PORT = 65_535;

  private final Map<ArmId, SiteService> open = new HashMap<>();

  /** What is noted of the service behind a network. */
  static Optional<ObjectNode> of(World world, ArmId network) {
    return world.notes().find(NOTE, network);
  }

  /** The admin call {@code PUT networks/{name}/service}. */
  Answer put(ArmRequest request) {
    ObjectNode body = request.call().body() == null ? Json.object() : request.body();
    WhenDown whenDown = whenDown(Json.textOr(body, WHEN_DOWN, "drop"));
    int port = Json.number(body, PORT, 0);
    if (port < 0 || port > LAST_PORT) {
      throw ArmErrors.invalidRequestContent("'port' is no port");
    }
    shut(request.id());
    SiteService service;
    try {
      service = SiteService.open(port, whenDown);
    } catch (IOException e) {
      // Nothing changes: what was open before opens again.
      follow(request.world());
      throw ArmErrors.invalidRequestContent("port " + port + " cannot be opened");
    }
    open.put(request.id(), service);
    ObjectNode note = note(service);
    request.world().notes().put(NOTE, request.id(), note);
    return Answer.plain(200, note);
  }

  /** The admin call {@code GET networks/{name}/service}. */
  Answer get(ArmRequest request) {
    ObjectNode note =
        of(request.world(), request.id())
            .orElseThrow(() -> ArmErrors.notFound(request.id().child("services", "default")));
    return Answer.plain(200, note);
  }

  /** The admin call {@code DELETE networks/{name}/service}. */
  Answer delete(ArmRequest request) {
    request.world().notes().remove(NOTE, request.id());
    return Answer.plain(200, Json.object());
  }

  /** Opens and closes what shall be open, and tells each service how it is reached. */
  void follow(World world) {
    Map<ArmId, ObjectNode> wanted = new HashMap<>();
    for (ObjectNode network : world.resources().all(NetworkTypes.VIRTUAL_NETWORK)) {
      ArmId id = ArmId.parse(Reference.idOf(network)).orElseThrow();
      of(world, id).ifPresent(note -> wanted.put(id, note));
    }
    for (Map.Entry<ArmId, SiteService> each : Map.copyOf(open).entrySet()) {
      // Of another kind or at another port it is after the cloud went back to a snapshot.
      if (!note(each.getValue()).equals(wanted.get(each.getKey()))) {
        shut(each.getKey());
      }
    }
    wanted.forEach(
        (id, note) -> {
          SiteService service = open.computeIfAbsent(id, absent -> reopened(note));
          if (service != null) {
            service.show(reach(world, id));
          }
        });
  }

  void close() {
    open.values().forEach(SiteService::close);
    open.clear();
  }

  private void shut(ArmId network) {
    SiteService service = open.remove(network);
    if (service != null) {
      service.close();
    }
  }

  private static @Nullable SiteService reopened(ObjectNode note) {
    int port = Json.number(note, PORT, 0);
    try {
      return SiteService.open(port, whenDown(Json.textOr(note, WHEN_DOWN, "drop")));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The service at port " + port + " cannot be opened", e);
      return null;
    }
  }

  private static Reach reach(World world, ArmId network) {
    Optional<Plane.Route> path = Traffic.path(world, network);
    String connection = path.map(route -> Json.textOr(route.connection(), "name", "")).orElse("");
    boolean reachable = path.filter(Plane.Route::passes).isPresent();
    return new Reach(reachable, network.name(), PathsView.kind(path), connection);
  }

  private static ObjectNode note(SiteService service) {
    return Json.object()
        .put("address", "127.0.0.1")
        .put(PORT, service.port())
        .put(WHEN_DOWN, service.whenDown().name().toLowerCase(Locale.ROOT));
  }

  private static WhenDown whenDown(String name) {
    String canonical = Choice.WHEN_DOWN.told(name, WHEN_DOWN);
    return WhenDown.valueOf(canonical.toUpperCase(Locale.ROOT));
  }
}
