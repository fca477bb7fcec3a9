package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.DeleteOperation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DELETE of a network resource: what refers to it, or is measured by it, is brought up to date. */
final class Deletion implements ArmOperation {
  private final DeleteOperation operation;

  Deletion(String durations, Consumer<ArmRequest> check) {
    this(durations, check, completion -> {});
  }

  /** A deletion that may still fail when its time has come: the effects then throw. */
  Deletion(String durations, Consumer<ArmRequest> check, Consumer<Completion> effects) {
    operation = new DeleteOperation(durations + ".delete", check, effects);
  }

  @Override
  public Answer accept(ArmRequest request) {
    return operation.accept(request);
  }

  @Override
  public @Nullable JsonNode complete(Completion completion) {
    operation.complete(completion);
    BackReferences.refresh(completion.world(), completion.id());
    ConnectionStatuses.refresh(completion.world());
    return null;
  }
}
