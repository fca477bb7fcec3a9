package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where a {@link ResourceModule} registers what it offers. */
public interface ModuleRegistry {

  /** Adds a resource type. Parents are added before their children. */
  void type(ResourceTypeDefinition type);

  /**
   * Adds a call below a subscription that addresses no resource. The request's id is the
   * subscription's.
   *
   * @param method the HTTP method
   * @param path for example {@code providers/Microsoft.Network/locations/{location}/usages}
   */
  void subscriptionCall(String method, String path, ArmOperation operation);

  /** Adds the handler of events of this name, see {@link World#schedule}. */
  void event(String name, ScheduledEventHandler handler);

  /** Adds paths that belong to no resource type. */
  void endpoint(PlatformEndpoint endpoint);

  /**
   * Adds an admin call {@code _simulator/{collection}/{name}/{verb}} on the one resource of the
   * type that has this name. The operation answers with {@link OperationAnswer#plain}.
   */
  void adminCall(AdminCall call);

  /** Adds an admin call that is not about a single resource. */
  void adminCall(WorldCall call);

  /**
   * Adds a listener that sees the world at the start and after each change, under the store's lock.
   * It must not change the world.
   */
  void onChange(Consumer<World> watcher);

  /**
   * Adds a function that computes derived states, whose changes are events. It is called after each
   * change, at its simulated instant.
   */
  void derivedStates(Function<World, List<DerivedState>> viewer);

  /** Adds an action for the time when the simulator closes. */
  void onClose(Runnable action);

  /**
   * An admin call {@code _simulator/{path}} about the whole cloud.
   *
   * @param method the HTTP method
   * @param path for example {@code paths}
   * @param answer gives the body of the answer, from that of the request: an empty object if it had
   *     none
   */
  record WorldCall(String method, String path, BiFunction<World, JsonNode, JsonNode> answer) {}

  /**
   * An admin call on a resource.
   *
   * @param method the HTTP method
   * @param collection for example {@code circuits}
   * @param type the type of the resources in the collection
   * @param verb the last segment, for example {@code provider}
   * @param operation what is done; its request has the resource and the body
   */
  record AdminCall(
      String method, String collection, TypeName type, String verb, ArmOperation operation) {}
}
