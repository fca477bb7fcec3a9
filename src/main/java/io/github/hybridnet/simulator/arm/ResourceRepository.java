package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The resources that exist, in the form in which they are stored. A child type that is declared
 * {@linkplain ResourceTypeDefinition.Builder#inlineIn inline} lives inside its top-level resource
 * and has the etag of it; it is found, changed and removed here by its own id all the same.
 */
public interface ResourceRepository {

  /** A copy of a resource or inline child. */
  Optional<ObjectNode> find(ArmId id);

  /** Whether the resource or inline child exists. */
  boolean exists(ArmId id);

  /** Copies of all top-level resources of a type, in the order of their creation. */
  List<ObjectNode> all(TypeName type);

  /** Copies of all top-level resources of a type in the group of this id. */
  List<ObjectNode> inGroup(ArmId group, TypeName type);

  /**
   * Copies of all other top-level resources of a type that name this top-level resource, or
   * something inside it, by an id anywhere in their state.
   */
  List<ObjectNode> naming(ArmId id, TypeName type);

  /**
   * Changes a resource or inline child in place; does nothing if it does not exist. The top-level
   * resource and everything inside it gets a new etag.
   */
  void change(ArmId id, Consumer<ObjectNode> change);

  /**
   * As {@link #change} but leaves the etag alone: for counters and states that are only measured.
   */
  void changeQuietly(ArmId id, Consumer<ObjectNode> change);

  /** Adds or replaces a resource or inline child, under a new etag. */
  void put(ArmId id, ObjectNode resource);

  /** Removes a resource or inline child, if it exists. */
  void remove(ArmId id);
}
