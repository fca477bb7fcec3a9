package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;

/**
 * An operation that is due to end.
 *
 * @param world all that may be read and changed
 * @param id the resource that the request addressed, canonically spelled
 * @param data what {@link TimedWork#data()} held
 */
public record OperationCompletion(World world, ArmId id, ObjectNode data) {

  /** Marks the resource, and everything inside it that has a state, {@code Succeeded}. */
  public void succeed() {
    world
        .resources()
        .change(
            id,
            resource -> ProvisioningStateField.mark(resource, ProvisioningStateField.SUCCEEDED));
  }
}
