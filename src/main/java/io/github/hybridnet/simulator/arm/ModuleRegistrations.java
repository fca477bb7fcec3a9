package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All that the modules have registered. Complete before the first request. */
public final class ModuleRegistrations implements ModuleRegistry {
  private final Map<String, ResourceTypeDefinition> types = new LinkedHashMap<>();
  private final Map<String, ScheduledEventHandler> events = new HashMap<>();
  private final List<ResourceTypeDefinition.SubCall> subscriptionCalls = new ArrayList<>();
  private final List<AdminCall> adminCalls = new ArrayList<>();
  private final List<PlatformEndpoint> endpoints = new ArrayList<>();
  private final List<WorldCall> worldCalls = new ArrayList<>();
  private final List<Consumer<World>> watchers = new ArrayList<>();
  private final List<Function<World, List<DerivedState>>> derivedStates = new ArrayList<>();
  private final List<Runnable> closings = new ArrayList<>();

  /** The registrations of these modules. */
  public static ModuleRegistrations of(Iterable<ResourceModule> modules) {
    ModuleRegistrations all = new ModuleRegistrations();
    modules.forEach(module -> module.register(all));
    return all;
  }

  @Override
  public void type(ResourceTypeDefinition type) {
    boolean child = type.name().types().size() > 1;
    if (child != type.inlineCollection().isPresent()) {
      throw new IllegalArgumentException(type.name() + ": children, and only they, are inline");
    }
    if (types.putIfAbsent(type.name().key(), type) != null) {
      throw new IllegalArgumentException(type.name() + " is registered twice");
    }
  }

  @Override
  public void subscriptionCall(String method, String path, ArmOperation operation) {
    subscriptionCalls.add(new ResourceTypeDefinition.SubCall(method, path, operation));
  }

  @Override
  public void event(String name, ScheduledEventHandler handler) {
    if (events.putIfAbsent(name, handler) != null) {
      throw new IllegalArgumentException("The event " + name + " is registered twice");
    }
  }

  @Override
  public void endpoint(PlatformEndpoint endpoint) {
    endpoints.add(endpoint);
  }

  @Override
  public void adminCall(AdminCall call) {
    adminCalls.add(call);
  }

  @Override
  public void adminCall(WorldCall call) {
    worldCalls.add(call);
  }

  @Override
  public void onChange(Consumer<World> watcher) {
    watchers.add(watcher);
  }

  @Override
  public void derivedStates(Function<World, List<DerivedState>> viewer) {
    derivedStates.add(viewer);
  }

  @Override
  public void onClose(Runnable action) {
    closings.add(action);
  }

  /** Runs the closing actions of the modules. */
  public void close() {
    closings.forEach(Runnable::run);
  }

  /** The type of this name in any case. */
  public Optional<ResourceTypeDefinition> find(TypeName name) {
    return Optional.ofNullable(types.get(name.key()));
  }

  /** The types of a namespace in any case. */
  public List<ResourceTypeDefinition> in(String namespace) {
    return types.values().stream()
        .filter(type -> type.name().namespace().equalsIgnoreCase(namespace))
        .toList();
  }

  /** The types whose resources are kept inside those of this type. */
  public List<ResourceTypeDefinition> childrenOf(TypeName parent) {
    return types.values().stream().filter(type -> type.name().isChildOf(parent)).toList();
  }

  /** All namespaces in canonical case. */
  public List<String> namespaces() {
    return types.values().stream().map(type -> type.name().namespace()).distinct().toList();
  }

  public Optional<ScheduledEventHandler> event(String name) {
    return Optional.ofNullable(events.get(name));
  }

  public List<ResourceTypeDefinition.SubCall> subscriptionCalls() {
    return subscriptionCalls;
  }

  public List<WorldCall> worldCalls() {
    return worldCalls;
  }

  public List<Consumer<World>> watchers() {
    return watchers;
  }

  public List<Function<World, List<DerivedState>>> derivedStates() {
    return derivedStates;
  }

  public List<AdminCall> adminCalls() {
    return adminCalls;
  }

  public List<PlatformEndpoint> endpoints() {
    return endpoints;
  }

  /** How a stored operation remembers who completes it. */
  public static String handlerKey(String method, ResourceTypeDefinition type, String path) {
    return method + " " + type.name() + (path.isEmpty() ? "" : " " + path);
  }

  /** The operation that {@link #handlerKey} named. */
  public Optional<ArmOperation> handler(String key) {
    String[] parts = key.split(" ", 3);
    Optional<ResourceTypeDefinition> type =
        parts.length < 2
            ? Optional.empty()
            : Optional.ofNullable(types.get(parts[1].toLowerCase(Locale.ROOT)));
    if (parts.length == 2) {
      return type.flatMap(found -> found.operation(parts[0]));
    }
    return type.flatMap(
        found ->
            found.calls().stream()
                .filter(call -> call.method().equals(parts[0]) && call.path().equals(parts[2]))
                .map(ResourceTypeDefinition.SubCall::operation)
                .findFirst());
  }
}
