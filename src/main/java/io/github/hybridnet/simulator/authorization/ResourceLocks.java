package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The management locks; each is a note about the scope that it locks. */
public final class ResourceLocks {
  static final String READ_ONLY = "ReadOnly";
  static final String CAN_NOT_DELETE = "CanNotDelete";
  private static final String NOTE = "locks";

  private final World world;

  public ResourceLocks(World world) {
    this.world = world;
  }

  /**
   * A management lock of the simulated cloud.
   *
   * @param scope what it locks, with everything inside
   * @param name its name
   * @param properties its level, and its notes if there are any
   */
  record Lock(ArmId scope, String name, ObjectNode properties) {
    boolean is(String level) {
      return properties.path("level").asText().equals(level);
    }
  }

  /** All locks, in the order in which they were made. */
  List<Lock> all() {
    List<Lock> locks = new ArrayList<>();
    world.notes().all(NOTE).forEach((scope, note) -> locks.addAll(read(scope, note)));
    return locks;
  }

  Optional<Lock> find(ArmId scope, String name) {
    return world.notes().find(NOTE, scope).stream()
        .flatMap(note -> read(scope, note).stream())
        .filter(lock -> lock.name().equalsIgnoreCase(name))
        .findFirst();
  }

  void put(Lock lock) {
    remove(lock.scope(), lock.name());
    ObjectNode note = world.notes().find(NOTE, lock.scope()).orElseGet(JsonCodec::object);
    note.set(lock.name(), lock.properties());
    world.notes().put(NOTE, lock.scope(), note);
  }

  void remove(ArmId scope, String name) {
    Optional<ObjectNode> note = world.notes().find(NOTE, scope);
    if (note.isPresent()) {
      ObjectNode left = note.get();
      left.properties().removeIf(each -> each.getKey().equalsIgnoreCase(name));
      if (left.isEmpty()) {
        world.notes().remove(NOTE, scope);
      } else {
        world.notes().put(NOTE, scope, left);
      }
    }
  }

  /**
   * The scopes whose locks forbid a change. Nothing is deleted in which something must not be
   * deleted.
   */
  List<String> against(RequestedAction requestedAction) {
    return all().stream()
        .filter(lock -> forbids(lock, requestedAction))
        .map(lock -> lock.scope().toString())
        .distinct()
        .toList();
  }

  /** Whether a lock of this scope, or of one around it, forbids deletions. */
  public boolean forbidDeletion(ArmId scope) {
    return all().stream()
        .anyMatch(lock -> RequestedAction.isWithin(scope.toString(), lock.scope().toString()));
  }

  private static boolean forbids(Lock lock, RequestedAction requestedAction) {
    String scope = lock.scope().toString();
    if (requestedAction.deletes()) {
      return requestedAction.isWithin(scope)
          || RequestedAction.isWithin(scope, requestedAction.scope());
    }
    return lock.is(READ_ONLY) && requestedAction.isWithin(scope);
  }

  private static List<Lock> read(ArmId scope, ObjectNode note) {
    List<Lock> locks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : note.properties()) {
      locks.add(new Lock(scope, each.getKey(), (ObjectNode) each.getValue()));
    }
    return locks;
  }
}
