package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmError;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.DeleteOperation;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.Registry;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceType;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.Work;
import java.time.Duration;

/** A provider of one invented type, {@code Test.Things/things}, with inline {@code parts}. */
final class TestModule implements ResourceModule {
  static final TypeName THINGS = TypeName.of("Test.Things/things");

  @Override
  public void register(Registry registry) {
    registry.type(
        ResourceType.named(THINGS)
            .label("Thing")
            .put(new PutThing())
            .patch(new TagsPatch())
            .delete(new DeleteOperation("things.delete", TestModule::unlocked, completion -> {}))
            .call("POST", "question", new Question())
            .call("POST", "overflow", TestModule::overflow)
            .call("POST", "reset", request -> Answer.accepted(Work.lasting("things.create")))
            .retryAfter(3)
            .etagHeader()
            .build());
    registry.type(
        ResourceType.named(THINGS.child("parts"))
            .label("Part")
            .inlineIn("parts")
            .put(new PutPart())
            .delete(DeleteOperation.lasting("things.delete"))
            .build());
    registry.subscriptionCall(
        "GET",
        "providers/Test.Things/locations/{place}/weather",
        request -> Answer.plain(200, TextNode.valueOf(request.variables().get("place"))));
    registry.event(
        "ripe",
        (world, target, data) ->
            world
                .resources()
                .change(target, thing -> thing.withObjectProperty("properties").put("ripe", true)));
    registry.adminCall(
        new Registry.AdminCall("POST", "things", THINGS, "paint", TestModule::paint));
  }

  private static void unlocked(ArmRequest request) {
    if (request.required().path("properties").path("locked").asBoolean()) {
      throw ArmError.provider(400, "ThingIsLocked", "Thing " + request.id() + " is locked.")
          .exception();
    }
  }

  /** Changes the thing, and then fails as no handler should. */
  private static Answer overflow(ArmRequest request) {
    request.world().resources().change(request.id(), thing -> thing.put("changed", true));
    throw new StackOverflowError("too deep");
  }

  private static Answer paint(ArmRequest request) {
    String color = request.body().path("color").asText();
    request
        .world()
        .resources()
        .change(request.id(), thing -> thing.withObjectProperty("properties").put("color", color));
    return Answer.plain(200, request.world().resources().find(request.id()).orElseThrow());
  }

  private static final class PutThing implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      ObjectNode thing = Envelope.topLevel(request);
      ObjectNode properties = thing.withObjectProperty("properties");
      properties.put("provisioningState", "");
      if (request.body().path("properties").isObject()) {
        properties.setAll((ObjectNode) request.body().path("properties"));
      }
      properties.putArray("parts");
      request.world().schedule("ripe", request.id(), Duration.ofMinutes(5), thing.objectNode());
      return Answer.stored(thing, Work.lasting("things.create"));
    }

    @Override
    public JsonNode complete(Completion completion) {
      ObjectNode thing = completion.world().resources().find(completion.id()).orElseThrow();
      if (thing.path("properties").path("doomed").asBoolean()) {
        throw ArmError.provider(409, "ThingFailed", "It was doomed.").exception();
      }
      completion.succeed();
      return thing;
    }
  }

  private static final class PutPart implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      ObjectNode part = Envelope.child(request.id());
      part.withObjectProperty("properties").put("provisioningState", "");
      return Answer.stored(part, Work.lasting("things.create"));
    }
  }

  private static final class Question implements ArmOperation {
    @Override
    public Answer accept(ArmRequest request) {
      ObjectNode data = request.body();
      return Answer.acceptedByLocation(Work.lasting("things.create").with(data));
    }

    @Override
    public JsonNode complete(Completion completion) {
      return completion.data();
    }
  }
}
