package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.dataplane.OutageBehaviour;
import io.github.hybridnet.simulator.dataplane.ServiceReachability;
import io.github.hybridnet.simulator.dataplane.SiteService;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
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
  OperationAnswer put(ResourceRequest request) {
    ObjectNode body = request.call().body() == null ? JsonCodec.object() : request.body();
    OutageBehaviour outageBehaviour = whenDown(JsonMembers.textOr(body, WHEN_DOWN, "drop"));
    int port = JsonMembers.number(body, PORT, 0);
    if (port < 0 || port > LAST_PORT) {
      throw ArmErrors.invalidRequestContent("'port' is no port");
    }
    shut(request.id());
    SiteService service;
    try {
      service = SiteService.open(port, outageBehaviour);
    } catch (IOException e) {
      // Nothing changes: what was open before opens again.
      follow(request.world());
      throw ArmErrors.invalidRequestContent("port " + port + " cannot be opened");
    }
    open.put(request.id(), service);
    ObjectNode note = note(service);
    request.world().notes().put(NOTE, request.id(), note);
    return OperationAnswer.plain(200, note);
  }

  /** The admin call {@code GET networks/{name}/service}. */
  OperationAnswer get(ResourceRequest request) {
    ObjectNode note =
        of(request.world(), request.id())
            .orElseThrow(() -> ArmErrors.notFound(request.id().child("services", "default")));
    return OperationAnswer.plain(200, note);
  }

  /** The admin call {@code DELETE networks/{name}/service}. */
  OperationAnswer delete(ResourceRequest request) {
    request.world().notes().remove(NOTE, request.id());
    return OperationAnswer.plain(200, JsonCodec.object());
  }

  /** Opens and closes what shall be open, and tells each service how it is reached. */
  void follow(World world) {
    Map<ArmId, ObjectNode> wanted = new HashMap<>();
    for (ObjectNode network : world.resources().all(NetworkTypes.VIRTUAL_NETWORK)) {
      ArmId id = ArmId.parse(ResourceReference.idOf(network)).orElseThrow();
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
    int port = JsonMembers.number(note, PORT, 0);
    try {
      return SiteService.open(port, whenDown(JsonMembers.textOr(note, WHEN_DOWN, "drop")));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The service at port " + port + " cannot be opened", e);
      return null;
    }
  }

  private static ServiceReachability reach(World world, ArmId network) {
    Optional<EffectiveRoutes.Route> path = SiteTraffic.path(world, network);
    String connection =
        path.map(route -> JsonMembers.textOr(route.connection(), "name", "")).orElse("");
    boolean reachable = path.filter(EffectiveRoutes.Route::passes).isPresent();
    return new ServiceReachability(reachable, network.name(), PathsView.kind(path), connection);
  }

  private static ObjectNode note(SiteService service) {
    return JsonCodec.object()
        .put("address", "127.0.0.1")
        .put(PORT, service.port())
        .put(WHEN_DOWN, service.whenDown().name().toLowerCase(Locale.ROOT));
  }

  private static OutageBehaviour whenDown(String name) {
    String canonical = AllowedValues.WHEN_DOWN.fromOwner(name, WHEN_DOWN);
    return OutageBehaviour.valueOf(canonical.toUpperCase(Locale.ROOT));
  }
}
