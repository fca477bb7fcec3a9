package io.github.hybridnet.simulator.arm;

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
public final class Registrations implements Registry {
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private final Map<String, EventHandler> events = new HashMap<>();
  private final List<ResourceType.SubCall> subscriptionCalls = new ArrayList<>();
  private final List<AdminCall> adminCalls = new ArrayList<>();
  private final List<PlatformEndpoint> endpoints = new ArrayList<>();
  private final List<WorldCall> worldCalls = new ArrayList<>();
  private final List<Consumer<World>> watchers = new ArrayList<>();
  private final List<Function<World, List<Sight>>> viewers = new ArrayList<>();
  private final List<Runnable> closings = new ArrayList<>();

  /** The registrations of these modules. */
  public static Registrations of(Iterable<ResourceModule> modules) {
    Registrations all = new Registrations();
    modules.forEach(module -> module.register(all));
    return all;
  }

  @Override
  public void type(ResourceType type) {
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
    subscriptionCalls.add(new ResourceType.SubCall(method, path, operation));
  }

  @Override
  public void event(String name, EventHandler handler) {
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
  public void sights(Function<World, List<Sight>> viewer) {
    viewers.add(viewer);
  }

  @Override
  public void onClose(Runnable action) {
    closings.add(action);
  }

  /** Does what the modules want done when the simulator closes. */
  void close() {
    closings.forEach(Runnable::run);
  }

  /** The type of this name in any case. */
  Optional<ResourceType> find(TypeName name) {
    return Optional.ofNullable(types.get(name.key()));
  }

  /** The types of a namespace in any case. */
  List<ResourceType> in(String namespace) {
    return types.values().stream()
        .filter(type -> type.name().namespace().equalsIgnoreCase(namespace))
        .toList();
  }

  /** The types whose resources are kept inside those of this type. */
  List<ResourceType> childrenOf(TypeName parent) {
    return types.values().stream().filter(type -> type.name().isChildOf(parent)).toList();
  }

  /** All namespaces in canonical case. */
  List<String> namespaces() {
    return types.values().stream().map(type -> type.name().namespace()).distinct().toList();
  }

  Optional<EventHandler> event(String name) {
    return Optional.ofNullable(events.get(name));
  }

  List<ResourceType.SubCall> subscriptionCalls() {
    return subscriptionCalls;
  }

  List<WorldCall> worldCalls() {
    return worldCalls;
  }

  List<Consumer<World>> watchers() {
    return watchers;
  }

  List<Function<World, List<Sight>>> viewers() {
    return viewers;
  }

  List<AdminCall> adminCalls() {
    return adminCalls;
  }

  List<PlatformEndpoint> endpoints() {
    return endpoints;
  }

  /** How a stored operation remembers who completes it. */
  static String handlerKey(String method, ResourceType type, String path) {
    return method + " " + type.name() + (path.isEmpty() ? "" : " " + path);
  }

  /** The operation that {@link #handlerKey} named. */
  Optional<ArmOperation> handler(String key) {
    String[] parts = key.split(" ", 3);
    Optional<ResourceType> type =
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
                .map(ResourceType.SubCall::operation)
                .findFirst());
  }
}
