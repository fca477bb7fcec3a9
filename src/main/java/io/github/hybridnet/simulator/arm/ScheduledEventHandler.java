package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;

/** The handler of an event at a simulated instant, see {@link World#schedule}. */
@FunctionalInterface
public interface ScheduledEventHandler {

  /** Called once, under the store's lock. The target may no longer exist. */
  void happen(World world, ArmId target, ObjectNode data);
}
