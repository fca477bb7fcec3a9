package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.List;

/** POST of an inquiry that is answered with a list at the operation's location. */
public final class ListInquiry implements ArmOperation {
  private static final String PEER = "peer";
  private static final String ABOUT = "about";

  private final String duration;
  private final Lookup lookup;

  public ListInquiry(String duration, Lookup lookup) {
    this.duration = duration;
    this.lookup = lookup;
  }

  /** Computes the answer at the end of the operation. */
  @FunctionalInterface
  public interface Lookup {

    /**
     * The entries of the answer.
     *
     * @param asked the resource that was asked
     * @param about the peer or the device of the path that is meant; empty if none was named
     */
    List<ObjectNode> entries(World world, ObjectNode asked, String about);
  }

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    String peer = request.call().query().getOrDefault(PEER, "");
    String about = request.variables().getOrDefault("devicePath", peer);
    return OperationAnswer.acceptedByLocation(
        TimedWork.lasting(duration).with(JsonCodec.object().put(ABOUT, about)));
  }

  @Override
  public JsonNode complete(OperationCompletion operationCompletion) {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    operationCompletion
        .world()
        .resources()
        .find(operationCompletion.id())
        .ifPresent(
            asked ->
                lookup
                    .entries(
                        operationCompletion.world(),
                        asked,
                        JsonMembers.textOr(operationCompletion.data(), ABOUT, ""))
                    .forEach(value::add));
    return body;
  }
}
