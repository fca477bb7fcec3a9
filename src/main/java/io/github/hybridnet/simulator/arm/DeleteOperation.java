package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DELETE: marks the resource {@code Deleting} at once and removes it when its time has come. */
public final class DeleteOperation implements ArmOperation {
  private final String duration;
  private final Consumer<ArmRequest> check;
  private final Consumer<Completion> effects;

  /**
   * Describes a deletion.
   *
   * @param duration the key of its duration in {@link Durations}
   * @param check throws the {@link ArmException} of a resource that cannot be deleted
   * @param effects changes other resources, called before the resource is removed
   */
  public DeleteOperation(
      String duration, Consumer<ArmRequest> check, Consumer<Completion> effects) {
    this.duration = duration;
    this.check = check;
    this.effects = effects;
  }

  /** A deletion that is never refused and touches nothing else. */
  public static DeleteOperation lasting(String duration) {
    return new DeleteOperation(duration, request -> {}, completion -> {});
  }

  @Override
  public Answer accept(ArmRequest request) {
    check.accept(request);
    request
        .world()
        .resources()
        .change(
            request.id(), resource -> ProvisioningState.mark(resource, ProvisioningState.DELETING));
    return Answer.accepted(Work.lasting(duration));
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    effects.accept(completion);
    completion.world().resources().remove(completion.id());
    return null;
  }
}
