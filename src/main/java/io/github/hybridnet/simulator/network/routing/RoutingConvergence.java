package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.List;
import java.util.Optional;

/**
 * Lets routing notice changes of the parts of connections some time later. Packets between a cut
 * and that moment are lost.
 */
final class RoutingConvergence {
  private static final String EVENT = "plane.";

  private RoutingConvergence() {}

  static void register(ModuleRegistry moduleRegistry) {
    for (String part :
        List.of(RoutingLeg.SESSION, RoutingLeg.PRIMARY, RoutingLeg.SECONDARY, RoutingLeg.BGP)) {
      moduleRegistry.event(EVENT + part, (world, target, data) -> notice(world, target, part));
    }
  }

  /** Compares what is with what routing believes, for all connections. */
  static void watch(World world) {
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      ArmId id = ArmId.parse(ResourceReference.idOf(connection)).orElseThrow();
      RoutingLegHealth facts = new RoutingLegHealth(world, connection);
      for (String part : facts.parts()) {
        compare(world, id, part, RoutingLeg.of(connection, part), facts.of(part));
      }
    }
  }

  private static void compare(
      World world,
      ArmId id,
      String part,
      RoutingLeg routingLeg,
      RoutingLegHealth.LegCondition legCondition) {
    if (routingLeg.expected() == legCondition.sound()) {
      return;
    }
    if (routingLeg.heading().isPresent()) {
      // It is as it was before anybody noticed.
      world.cancel(EVENT + part, id);
      note(world, id, part, routingLeg.staying());
      return;
    }
    String cause = legCondition.sound() ? routingLeg.cause() : legCondition.cause();
    String duration = cause + (legCondition.sound() ? ".up" : ".down");
    note(world, id, part, routingLeg.headingFor(legCondition.sound(), cause));
    world.schedule(EVENT + part, id, duration, JsonCodec.object());
  }

  private static void notice(World world, ArmId id, String part) {
    Optional<ObjectNode> connection = world.resources().find(id);
    if (connection.isPresent()) {
      note(world, id, part, RoutingLeg.of(connection.get(), part).arrived(world.now()));
      ConnectionStatuses.refresh(world);
    }
  }

  private static void note(World world, ArmId id, String part, RoutingLeg routingLeg) {
    world.resources().changeQuietly(id, connection -> routingLeg.noteIn(connection, part));
  }
}
