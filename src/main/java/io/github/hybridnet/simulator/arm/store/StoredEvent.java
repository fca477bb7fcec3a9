package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.time.Instant;

/**
 * An event that is due at some simulated time.
 *
 * @param name the name of its handler
 * @param target the resource it happens to
 * @param due when, in simulated time
 * @param data what the handler wanted to be kept
 */
public record StoredEvent(String name, ArmId target, Instant due, ObjectNode data) {

  public String key() {
    return key(name, target);
  }

  public static String key(String name, ArmId target) {
    return name + " " + target.key();
  }
}
