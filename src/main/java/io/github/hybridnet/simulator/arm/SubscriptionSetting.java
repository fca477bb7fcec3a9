package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the simulator's owner sets for the whole subscription by admin calls. It is kept as a note
 * about the subscription.
 *
 * @param name the name of the note, and the path of the admin calls
 */
public record SubscriptionSetting(String name) {

  /** The setting as it was read; empty if the owner has set nothing. */
  public Optional<ObjectNode> find(World world) {
    return world.notes().find(name, subscription(world));
  }

  /**
   * Registers {@code GET}, {@code PUT} and {@code DELETE}, which all answer with the setting that
   * then holds.
   *
   * @param show the answer
   * @param read checks the body of a PUT and makes the note from it
   */
  public void register(
      ModuleRegistry moduleRegistry,
      Function<World, JsonNode> show,
      BiFunction<World, JsonNode, ObjectNode> read) {
    add(moduleRegistry, "GET", (world, body) -> show.apply(world));
    add(
        moduleRegistry,
        "PUT",
        (world, body) -> {
          world.notes().put(name, subscription(world), read.apply(world, body));
          return show.apply(world);
        });
    add(
        moduleRegistry,
        "DELETE",
        (world, body) -> {
          world.notes().remove(name, subscription(world));
          return show.apply(world);
        });
  }

  private void add(
      ModuleRegistry moduleRegistry, String method, BiFunction<World, JsonNode, JsonNode> answer) {
    moduleRegistry.adminCall(new ModuleRegistry.WorldCall(method, name, answer));
  }

  /** The id of the simulated subscription. */
  public static ArmId subscription(World world) {
    return ArmId.subscription(world.context().account().subscriptionId());
  }
}
