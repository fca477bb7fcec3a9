package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something that will happen.
 *
 * @param name the name of its handler
 * @param target the resource it happens to
 * @param due when, in simulated time
 * @param data what the handler wanted to be kept
 */
record StoredEvent(String name, ArmId target, Instant due, ObjectNode data) {

  String key() {
    return key(name, target);
  }

  static String key(String name, ArmId target) {
    return name + " " + target.key();
  }
}
