package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DELETE: marks the resource {@code Deleting} at once and removes it at the end of the operation.
 */
public final class DeleteOperation implements ArmOperation {
  private final String duration;
  private final Consumer<ResourceRequest> check;
  private final Consumer<OperationCompletion> effects;

  /**
   * Describes how resources of a type are deleted.
   *
   * @param duration the key of its duration in {@link DurationTable}
   * @param check throws the {@link ArmException} of a resource that cannot be deleted
   * @param effects changes other resources, called before the resource is removed
   */
  public DeleteOperation(
      String duration, Consumer<ResourceRequest> check, Consumer<OperationCompletion> effects) {
    this.duration = duration;
    this.check = check;
    this.effects = effects;
  }

  /** A deletion that is never refused and touches nothing else. */
  public static DeleteOperation lasting(String duration) {
    return new DeleteOperation(duration, request -> {}, operationCompletion -> {});
  }

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    check.accept(request);
    request
        .world()
        .resources()
        .change(
            request.id(),
            resource -> ProvisioningStateField.mark(resource, ProvisioningStateField.DELETING));
    return OperationAnswer.accepted(TimedWork.lasting(duration));
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    effects.accept(operationCompletion);
    operationCompletion.world().resources().remove(operationCompletion.id());
    return null;
  }
}
