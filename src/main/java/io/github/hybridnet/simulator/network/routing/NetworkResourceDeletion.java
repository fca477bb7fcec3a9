package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.DeleteOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.relation.BackReferences;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DELETE of a network resource: what refers to it, or is measured by it, is brought up to date. */
public final class NetworkResourceDeletion implements ArmOperation {
  private final DeleteOperation operation;

  public NetworkResourceDeletion(String durations, Consumer<ResourceRequest> check) {
    this(durations, check, operationCompletion -> {});
  }

  /** A deletion that may still fail when its time has come: the effects then throw. */
  public NetworkResourceDeletion(
      String durations, Consumer<ResourceRequest> check, Consumer<OperationCompletion> effects) {
    operation = new DeleteOperation(durations + ".delete", check, effects);
  }

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    return operation.accept(request);
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operation.complete(operationCompletion);
    BackReferences.refresh(operationCompletion.world(), operationCompletion.id());
    ConnectionStatuses.refresh(operationCompletion.world());
    return null;
  }
}
