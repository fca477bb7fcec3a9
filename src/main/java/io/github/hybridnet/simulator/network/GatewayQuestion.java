package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;

/** POST of a question about an ExpressRoute gateway, answered at the operation's location. */
record GatewayQuestion(Inquiry inquiry) implements ArmOperation {

  /** What is found out when the time has come. */
  @FunctionalInterface
  interface Inquiry {

    /**
     * The body of the answer.
     *
     * @param query the query parameters of the question
     */
    JsonNode answer(World world, ObjectNode gateway, ObjectNode query);
  }

  @Override
  public Answer accept(ArmRequest request) {
    SiteFailoverCalls.requireExpressRoute(request);
    ObjectNode query = Json.object();
    request.call().query().forEach(query::put);
    return Answer.acceptedByLocation(Work.lasting("virtualNetworkGateways.action").with(query));
  }

  @Override
  public JsonNode complete(Completion completion) {
    ObjectNode gateway =
        completion.world().resources().find(completion.id()).orElseGet(Json::object);
    return inquiry.answer(completion.world(), gateway, completion.data());
  }
}
