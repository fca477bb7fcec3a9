package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.Optional;

/**
 * Lets routing notice, some time later, what became of the parts of connections. Whatever is sent
 * into a cut between the cut and that moment is lost.
 */
final class Convergence {
  private static final String EVENT = "plane.";

  private Convergence() {}

  static void register(Registry registry) {
    for (String part : List.of(Leg.SESSION, Leg.PRIMARY, Leg.SECONDARY, Leg.BGP)) {
      registry.event(EVENT + part, (world, target, data) -> notice(world, target, part));
    }
  }

  /** Compares what is with what routing believes, for all connections. */
  static void watch(World world) {
    for (ObjectNode connection : world.resources().all(NetworkTypes.CONNECTION)) {
      ArmId id = ArmId.parse(Reference.idOf(connection)).orElseThrow();
      LegFacts facts = new LegFacts(world, connection);
      for (String part : facts.parts()) {
        compare(world, id, part, Leg.of(connection, part), facts.of(part));
      }
    }
  }

  private static void compare(World world, ArmId id, String part, Leg leg, LegFacts.Fact fact) {
    if (leg.expected() == fact.sound()) {
      return;
    }
    if (leg.heading().isPresent()) {
      // It is as it was before anybody noticed.
      world.cancel(EVENT + part, id);
      note(world, id, part, leg.staying());
      return;
    }
    String cause = fact.sound() ? leg.cause() : fact.cause();
    String duration = cause + (fact.sound() ? ".up" : ".down");
    note(world, id, part, leg.headingFor(fact.sound(), cause));
    world.schedule(EVENT + part, id, duration, Json.object());
  }

  private static void notice(World world, ArmId id, String part) {
    Optional<ObjectNode> connection = world.resources().find(id);
    if (connection.isPresent()) {
      note(world, id, part, Leg.of(connection.get(), part).arrived(world.now()));
      ConnectionStatuses.refresh(world);
    }
  }

  private static void note(World world, ArmId id, String part, Leg leg) {
    world.resources().changeQuietly(id, connection -> leg.noteIn(connection, part));
  }
}
