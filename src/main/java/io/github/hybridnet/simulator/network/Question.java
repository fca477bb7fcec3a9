package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;

/** POST of a question about what runs: answered with a list at the operation's location. */
final class Question implements ArmOperation {
  private static final String PEER = "peer";
  private static final String ABOUT = "about";

  private final String duration;
  private final Inquiry inquiry;

  Question(String duration, Inquiry inquiry) {
    this.duration = duration;
    this.inquiry = inquiry;
  }

  /** What is found out when the time has come. */
  @FunctionalInterface
  interface Inquiry {

    /**
     * The entries of the answer.
     *
     * @param asked the resource that was asked
     * @param about the peer or the device of the path that is meant; empty if none was named
     */
    List<ObjectNode> entries(World world, ObjectNode asked, String about);
  }

  @Override
  public Answer accept(ArmRequest request) {
    String peer = request.call().query().getOrDefault(PEER, "");
    String about = request.variables().getOrDefault("devicePath", peer);
    return Answer.acceptedByLocation(Work.lasting(duration).with(Json.object().put(ABOUT, about)));
  }

  @Override
  public JsonNode complete(Completion completion) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    completion
        .world()
        .resources()
        .find(completion.id())
        .ifPresent(
            asked ->
                inquiry
                    .entries(completion.world(), asked, Json.textOr(completion.data(), ABOUT, ""))
                    .forEach(value::add));
    return body;
  }
}
