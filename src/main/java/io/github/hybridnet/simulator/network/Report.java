package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * POST of an action that is over when its time has come: it may change the resource, and what it
 * found out or made is at the operation's location.
 *
 * @param duration the key of its duration
 * @param links how the client follows it
 * @param begin refuses what cannot be done, and says what the end needs to know
 * @param result called once at the end; may change the resource
 */
record Report(
    String duration,
    Answer.Links links,
    Function<ArmRequest, ObjectNode> begin,
    BiFunction<Completion, ObjectNode, JsonNode> result)
    implements ArmOperation {
  /** A beginning that only checks. */
  static Function<ArmRequest, ObjectNode> checked(Consumer<ArmRequest> check) {
    return request -> {
      check.accept(request);
      return Json.object();
    };
  }

  /** What the service answers at the end of an action that has nothing to say. */
  static JsonNode nothing(Completion completion, ObjectNode resource) {
    return NullNode.instance;
  }

  @Override
  public Answer accept(ArmRequest request) {
    Work work = Work.lasting(duration).with(begin.apply(request));
    return links == Answer.Links.LOCATION ? Answer.acceptedByLocation(work) : Answer.accepted(work);
  }

  @Override
  public JsonNode complete(Completion completion) {
    return completion
        .world()
        .resources()
        .find(completion.id())
        .map(resource -> result.apply(completion, resource))
        .orElse(NullNode.instance);
  }
}
