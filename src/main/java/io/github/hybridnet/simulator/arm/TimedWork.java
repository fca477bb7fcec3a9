package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.time.DurationTable;

/**
 * The part of an operation that takes simulated time.
 *
 * @param duration the key of its duration in {@link DurationTable}
 * @param data what {@link ArmOperation#complete} needs to know; stored (encrypted) until then
 */
public record TimedWork(String duration, ObjectNode data) {

  /** Work that needs no data. */
  public static TimedWork lasting(String duration) {
    return new TimedWork(duration, JsonNodeFactory.instance.objectNode());
  }

  /** This work with data. */
  public TimedWork with(ObjectNode moreData) {
    return new TimedWork(duration, moreData);
  }
}
