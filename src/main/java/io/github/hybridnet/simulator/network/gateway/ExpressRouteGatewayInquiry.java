package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/** POST of a question about an ExpressRoute gateway, answered at the operation's location. */
public record ExpressRouteGatewayInquiry(Lookup inquiry) implements ArmOperation {

  /** What is found out when the time has come. */
  @FunctionalInterface
  public interface Lookup {

    /**
     * The body of the answer.
     *
     * @param query the query parameters of the question
     */
    JsonNode answer(World world, ObjectNode gateway, ObjectNode query);
  }

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    SiteFailoverCalls.requireExpressRoute(request);
    ObjectNode query = JsonMembers.object();
    request.call().query().forEach(query::put);
    return OperationAnswer.acceptedByLocation(
        TimedWork.lasting("virtualNetworkGateways.action").with(query));
  }

  @Override
  public JsonNode complete(OperationCompletion operationCompletion) {
    ObjectNode gateway =
        operationCompletion
            .world()
            .resources()
            .find(operationCompletion.id())
            .orElseGet(JsonMembers::object);
    return inquiry.answer(operationCompletion.world(), gateway, operationCompletion.data());
  }
}
