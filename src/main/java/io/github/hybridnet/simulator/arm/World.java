package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a piece of simulated behaviour may see and change. Valid only during the call that it
 * was given to, which holds the store's lock and is one transaction.
 */
public interface World {
  /** The API version for {@link #send} if no type needs another one. */
  String API_VERSION = "2024-03-01";

  ResourceRepository resources();

  /** What is remembered about resources beside them. */
  ResourceNotes notes();

  /** The simulated time of this moment. */
  Instant now();

  /** Ids that depend on the seed of the state and on nothing else. */
  IdSource ids();

  BehaviourOptions behaviour();

  /** What surrounds the simulated cloud. */
  SimulationContext context();

  /** The resource group of this id. */
  Optional<ObjectNode> group(ArmId id);

  /**
   * Sends a request to Resource Manager as a client would, inside this transaction. A refusal is
   * returned as an answer, and changes nothing.
   *
   * @param method the HTTP method
   * @param path begins with a slash; without a query
   * @param apiVersion the version to ask for
   * @param body the JSON body; null for none
   */
  ServerResponse send(String method, String path, String apiVersion, @Nullable JsonNode body);

  /** Operations in progress on the top-level resource of this id, its children included. */
  List<RunningOperation> running(ArmId id);

  /** The id of the latest operation on the resource, its children included, that failed. */
  Optional<String> failed(ArmId id);

  /**
   * Calls the {@link ScheduledEventHandler} registered under this name when this much simulated
   * time has passed. The event survives a restart. Replaces an earlier event of the same name and
   * target.
   */
  void schedule(String event, ArmId target, Duration after, ObjectNode data);

  /** As the other {@code schedule}, after a duration of the table of {@link DurationTable}. */
  void schedule(String event, ArmId target, String duration, ObjectNode data);

  /**
   * How long something lasts that happens to a resource, from the table of {@link DurationTable}.
   */
  Duration duration(String key, ArmId target);

  /** Forgets a scheduled event, if there is one. */
  void cancel(String event, ArmId target);
}
