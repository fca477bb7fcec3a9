package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import org.jspecify.annotations.Nullable;

/**
 * What one verb does with one resource type or action. Both methods run under the store's lock, in
 * a transaction: an {@link ArmException} undoes everything that the method changed.
 */
@FunctionalInterface
public interface ArmOperation {

  /**
   * Checks the request and says what happens.
   *
   * @throws ArmException if Azure would refuse the request
   */
  OperationAnswer accept(ResourceRequest request);

  /**
   * Called once when the simulated duration of an accepted request is over, possibly in a later
   * process: nothing but {@link OperationCompletion#data()} is kept in between. The default marks
   * the resource {@code Succeeded}.
   *
   * @return what an action returns at its {@code Location}; null for none
   * @throws ArmException if the operation ends as {@code Failed}; the resource is marked too
   */
  default @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    return null;
  }

  /**
   * Called once when an accepted write has ended as {@code Failed} and its resource is marked so.
   * The default leaves everything as the request made it.
   */
  default void abandon(World world, ArmId id) {}
}
