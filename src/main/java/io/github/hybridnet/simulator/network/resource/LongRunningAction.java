package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * POST of an action that takes time. It may change the resource, and its result is at the
 * operation's location.
 *
 * @param duration the key of its duration
 * @param links how the client follows it
 * @param begin refuses what cannot be done, and says what the end needs to know
 * @param result called once at the end; may change the resource
 */
public record LongRunningAction(
    String duration,
    OperationAnswer.OperationLinks links,
    Function<ResourceRequest, ObjectNode> begin,
    BiFunction<OperationCompletion, ObjectNode, JsonNode> result)
    implements ArmOperation {
  /** An action that changes nothing, is never refused and has its result at its location. */
  public static LongRunningAction inquiry(
      String duration, BiFunction<OperationCompletion, ObjectNode, JsonNode> result) {
    return inquiry(duration, checked(request -> {}), result);
  }

  /** An action that has its result at its location. */
  public static LongRunningAction inquiry(
      String duration,
      Function<ResourceRequest, ObjectNode> begin,
      BiFunction<OperationCompletion, ObjectNode, JsonNode> result) {
    return new LongRunningAction(duration, OperationAnswer.OperationLinks.LOCATION, begin, result);
  }

  /** A beginning that only checks. */
  public static Function<ResourceRequest, ObjectNode> checked(Consumer<ResourceRequest> check) {
    return request -> {
      check.accept(request);
      return JsonCodec.object();
    };
  }

  /** What the service answers at the end of an action that has nothing to say. */
  public static JsonNode nothing(OperationCompletion operationCompletion, ObjectNode resource) {
    return NullNode.instance;
  }

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    TimedWork timedWork = TimedWork.lasting(duration).with(begin.apply(request));
    return links == OperationAnswer.OperationLinks.LOCATION
        ? OperationAnswer.acceptedByLocation(timedWork)
        : OperationAnswer.accepted(timedWork);
  }

  @Override
  public JsonNode complete(OperationCompletion operationCompletion) {
    return operationCompletion
        .world()
        .resources()
        .find(operationCompletion.id())
        .map(resource -> result.apply(operationCompletion, resource))
        .orElse(NullNode.instance);
  }
}
