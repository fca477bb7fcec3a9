package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The part of an operation that takes simulated time.
 *
 * @param duration the key of its duration in {@link Durations}
 * @param data what {@link ArmOperation#complete} needs to know; stored (encrypted) until then
 */
public record Work(String duration, ObjectNode data) {

  /** Work that needs no data. */
  public static Work lasting(String duration) {
    return new Work(duration, JsonNodeFactory.instance.objectNode());
  }

  /** This work with data. */
  public Work with(ObjectNode moreData) {
    return new Work(duration, moreData);
  }
}
