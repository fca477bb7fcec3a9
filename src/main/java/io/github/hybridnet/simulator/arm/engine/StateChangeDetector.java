package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.StateChange.Kind;
import io.github.hybridnet.simulator.arm.StateChange.Subject;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds states that have changed. It compares what may be different with what was last seen, so
 * that undone changes are not reported. Without a listener it does nothing.
 */
final class StateChangeDetector {

  /** States of resources beside {@code provisioningState}. */
  private static final Map<String, Kind> STATES =
      Map.of(
          "serviceProviderProvisioningState", Kind.PROVIDER_STATE,
          "connectionStatus", Kind.CONNECTION_STATUS);

  private final ModuleRegistrations types;
  private final Map<String, Map<String, KnownState>> seen = new HashMap<>();
  private final Map<String, StoredOperation.Status> operations = new HashMap<>();
  private final DerivedStateDetector derivedStates;
  private Consumer<StateChange> listener = change -> {};
  private boolean listening;

  /** A resource as it was seen. */
  private record KnownState(Subject subject, String state, Map<String, String> others) {}

  StateChangeDetector(ModuleRegistrations types) {
    this.types = types;
    this.derivedStates = new DerivedStateDetector(types.derivedStates());
  }

  /** Takes everything as seen, and reports changes from now on. */
  void begin(Transaction world, Consumer<StateChange> heard) {
    CloudState cloudState = world.state();
    cloudState.touched().groups().addAll(cloudState.groups().keySet());
    cloudState.touched().resources().addAll(cloudState.resources().keySet());
    cloudState.touched().operations().addAll(cloudState.operations().keySet());
    listening = true;
    look(world);
    listener = heard;
  }

  /** Reports changes until the world's instant. */
  void look(Transaction world) {
    CloudState cloudState = world.state();
    Instant at = world.now();
    if (cloudState.touched().isEmpty()) {
      return;
    }
    if (listening) {
      cloudState.touched().operations().forEach(id -> started(cloudState.operations().get(id), at));
      cloudState
          .touched()
          .groups()
          .forEach(key -> compare(key, group(cloudState.groups().get(key)), at));
      cloudState
          .touched()
          .resources()
          .forEach(key -> compare(key, resource(cloudState.resources().get(key)), at));
      cloudState
          .touched()
          .operations()
          .forEach(id -> ended(id, cloudState.operations().get(id), at));
      derivedStates.look(world, listener);
    }
    cloudState.touched().clear();
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
        target.isResource() ? target.type().toString() : TypeName.RESOURCE_GROUPS,
        target.toString(),
        operation.view(),
        error == null ? null : error.code());
  }

  private void compare(String key, Map<String, KnownState> now, Instant at) {
    Map<String, KnownState> before = now.isEmpty() ? seen.remove(key) : seen.put(key, now);
    Map<String, KnownState> earlier = before == null ? Map.of() : before;
    now.forEach((id, state) -> appeared(earlier.get(id), state, at));
    earlier.forEach(
        (id, state) -> {
          if (!now.containsKey(id)) {
            report(at, Kind.RESOURCE_DELETED, state.subject(), state.state(), null);
          }
        });
  }

  private void appeared(@Nullable KnownState before, KnownState now, Instant at) {
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

  private Map<String, KnownState> group(@Nullable JsonNode group) {
    Map<String, KnownState> all = new LinkedHashMap<>();
    if (group != null) {
      collect(group, TypeName.RESOURCE_GROUPS, all);
    }
    return all;
  }

  private Map<String, KnownState> resource(@Nullable JsonNode root) {
    Map<String, KnownState> all = new LinkedHashMap<>();
    if (root != null) {
      withChildren(root, TypeName.of(root.path("type").asText()), all);
    }
    return all;
  }

  private void withChildren(JsonNode resource, TypeName type, Map<String, KnownState> all) {
    collect(resource, type.toString(), all);
    for (ResourceTypeDefinition child : types.childrenOf(type)) {
      String property = child.inlineCollection().orElseThrow();
      resource
          .path("properties")
          .path(property)
          .forEach(each -> withChildren(each, child.name(), all));
    }
  }

  private static void collect(JsonNode resource, String type, Map<String, KnownState> all) {
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
    all.put(id, new KnownState(subject, ProvisioningStateField.of(resource), others));
  }

  private void report(
      Instant at, Kind kind, Subject subject, @Nullable String before, @Nullable String after) {
    listener.accept(new StateChange(at, kind, subject, before, after, Map.of()));
  }
}
