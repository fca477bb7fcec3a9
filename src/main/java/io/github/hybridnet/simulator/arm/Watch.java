package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.StateChange.Kind;
import io.github.hybridnet.simulator.arm.StateChange.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which states have changed: compares what may be different with what was last seen, so
 * that nothing is reported that was undone. Nothing is looked at before somebody listens.
 */
final class Watch {
  private static final String GROUPS = "Microsoft.Resources/resourceGroups";

  /** States of resources beside {@code provisioningState}. */
  private static final Map<String, Kind> STATES =
      Map.of(
          "serviceProviderProvisioningState", Kind.PROVIDER_STATE,
          "connectionStatus", Kind.CONNECTION_STATUS);

  private final Registrations types;
  private final Map<String, Map<String, Seen>> seen = new HashMap<>();
  private final Map<String, StoredOperation.Status> operations = new HashMap<>();
  private final SightWatch sights;
  private Consumer<StateChange> listener = change -> {};
  private boolean listening;

  /** A resource as it was seen. */
  private record Seen(Subject subject, String state, Map<String, String> others) {}

  Watch(Registrations types) {
    this.types = types;
    this.sights = new SightWatch(types.viewers());
  }

  /** Takes everything as seen, and reports from now on. */
  void begin(Transaction world, Consumer<StateChange> heard) {
    Estate estate = world.estate();
    estate.touched.groups().addAll(estate.groups.keySet());
    estate.touched.resources().addAll(estate.resources.keySet());
    estate.touched.operations().addAll(estate.operations.keySet());
    listening = true;
    look(world);
    listener = heard;
  }

  /** Reports what became different at the world's instant. */
  void look(Transaction world) {
    Estate estate = world.estate();
    Instant at = world.now();
    if (estate.touched.isEmpty()) {
      return;
    }
    if (listening) {
      estate.touched.operations().forEach(id -> started(estate.operations.get(id), at));
      estate.touched.groups().forEach(key -> compare(key, group(estate.groups.get(key)), at));
      estate
          .touched
          .resources()
          .forEach(key -> compare(key, resource(estate.resources.get(key)), at));
      estate.touched.operations().forEach(id -> ended(id, estate.operations.get(id), at));
      sights.look(world, listener);
    }
    estate.touched.clear();
  }

  private void started(@Nullable StoredOperation operation, Instant at) {
    if (operation != null
        && operations.putIfAbsent(operation.id(), StoredOperation.Status.IN_PROGRESS) == null) {
      report(
          at,
          Kind.OPERATION_STARTED,
          subject(operation),
          null,
          StoredOperation.Status.IN_PROGRESS.word);
    }
  }

  private void ended(String id, @Nullable StoredOperation operation, Instant at) {
    if (operation == null) {
      operations.remove(id);
      return;
    }
    StoredOperation.Status now = operation.outcome().status();
    StoredOperation.Status before = operations.put(id, now);
    if (before != null && before != now && !operation.running()) {
      report(at, Kind.OPERATION_ENDED, subject(operation), before.word, now.word);
    }
  }

  private static Subject subject(StoredOperation operation) {
    ArmId target = operation.job().target();
    ArmError error = operation.outcome().error();
    return new Subject(
        target.isResource() ? target.type().toString() : GROUPS,
        target.toString(),
        operation.view(),
        error == null ? null : error.code());
  }

  private void compare(String key, Map<String, Seen> now, Instant at) {
    Map<String, Seen> before = now.isEmpty() ? seen.remove(key) : seen.put(key, now);
    Map<String, Seen> earlier = before == null ? Map.of() : before;
    now.forEach((id, state) -> appeared(earlier.get(id), state, at));
    earlier.forEach(
        (id, state) -> {
          if (!now.containsKey(id)) {
            report(at, Kind.RESOURCE_DELETED, state.subject(), state.state(), null);
          }
        });
  }

  private void appeared(@Nullable Seen before, Seen now, Instant at) {
    if (before == null) {
      report(at, Kind.RESOURCE_CREATED, now.subject(), null, now.state());
    } else if (!before.state().equals(now.state())) {
      report(at, Kind.RESOURCE_CHANGED, now.subject(), before.state(), now.state());
    }
    now.others()
        .forEach(
            (field, state) -> {
              String earlier = before == null ? null : before.others().get(field);
              if (!state.equals(earlier)) {
                report(
                    at, Objects.requireNonNull(STATES.get(field)), now.subject(), earlier, state);
              }
            });
  }

  private Map<String, Seen> group(@Nullable JsonNode group) {
    Map<String, Seen> all = new LinkedHashMap<>();
    if (group != null) {
      collect(group, GROUPS, all);
    }
    return all;
  }

  private Map<String, Seen> resource(@Nullable JsonNode root) {
    Map<String, Seen> all = new LinkedHashMap<>();
    if (root != null) {
      withChildren(root, TypeName.of(root.path("type").asText()), all);
    }
    return all;
  }

  private void withChildren(JsonNode resource, TypeName type, Map<String, Seen> all) {
    collect(resource, type.toString(), all);
    for (ResourceType child : types.childrenOf(type)) {
      String property = child.inlineCollection().orElseThrow();
      resource
          .path("properties")
          .path(property)
          .forEach(each -> withChildren(each, child.name(), all));
    }
  }

  private static void collect(JsonNode resource, String type, Map<String, Seen> all) {
    Map<String, String> others = new LinkedHashMap<>();
    JsonNode properties = resource.path("properties");
    STATES
        .keySet()
        .forEach(
            field -> {
              if (properties.path(field).isTextual()) {
                others.put(field, properties.path(field).asText());
              }
            });
    String id = resource.path("id").asText();
    Subject subject = new Subject(type, id, null, null);
    all.put(id, new Seen(subject, ProvisioningState.of(resource), others));
  }

  private void report(
      Instant at, Kind kind, Subject subject, @Nullable String before, @Nullable String after) {
    listener.accept(new StateChange(at, kind, subject, before, after, Map.of()));
  }
}
