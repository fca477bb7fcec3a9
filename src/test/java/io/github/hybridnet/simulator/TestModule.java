package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.DeleteOperation;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.TagsPatch;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.time.Duration;

/** A provider of one invented type, {@code Test.Things/things}, with inline {@code parts}. */
final class TestModule implements ResourceModule {
  static final TypeName THINGS = TypeName.of("Test.Things/things");

  @Override
  public void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.type(
        ResourceTypeDefinition.named(THINGS)
            .label("Thing")
            .put(new PutThing())
            .patch(new TagsPatch())
            .delete(
                new DeleteOperation(
                    "things.delete", TestModule::unlocked, operationCompletion -> {}))
            .call("POST", "question", new Question())
            .call("POST", "overflow", TestModule::overflow)
            .call(
                "POST",
                "reset",
                request -> OperationAnswer.accepted(TimedWork.lasting("things.create")))
            .retryAfter(3)
            .etagHeader()
            .build());
    moduleRegistry.type(
        ResourceTypeDefinition.named(THINGS.child("parts"))
            .label("Part")
            .inlineIn("parts")
            .put(new PutPart())
            .delete(DeleteOperation.lasting("things.delete"))
            .build());
    moduleRegistry.subscriptionCall(
        "GET",
        "providers/Test.Things/locations/{place}/weather",
        request -> OperationAnswer.plain(200, TextNode.valueOf(request.variables().get("place"))));
    moduleRegistry.event(
        "ripe",
        (world, target, data) ->
            world
                .resources()
                .change(target, thing -> thing.withObjectProperty("properties").put("ripe", true)));
    moduleRegistry.adminCall(
        new ModuleRegistry.AdminCall("POST", "things", THINGS, "paint", TestModule::paint));
  }

  private static void unlocked(ResourceRequest request) {
    if (request.required().path("properties").path("locked").asBoolean()) {
      throw ArmError.provider(400, "ThingIsLocked", "Thing " + request.id() + " is locked.")
          .exception();
    }
  }

  /** Changes the thing, and then fails as no handler should. */
  private static OperationAnswer overflow(ResourceRequest request) {
    request.world().resources().change(request.id(), thing -> thing.put("changed", true));
    throw new StackOverflowError("too deep");
  }

  private static OperationAnswer paint(ResourceRequest request) {
    String color = request.body().path("color").asText();
    request
        .world()
        .resources()
        .change(request.id(), thing -> thing.withObjectProperty("properties").put("color", color));
    return OperationAnswer.plain(200, request.world().resources().find(request.id()).orElseThrow());
  }

  private static final class PutThing implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ObjectNode thing = ResourceEnvelope.topLevel(request);
      ObjectNode properties = thing.withObjectProperty("properties");
      properties.put("provisioningState", "");
      if (request.body().path("properties").isObject()) {
        properties.setAll((ObjectNode) request.body().path("properties"));
      }
      properties.putArray("parts");
      request.world().schedule("ripe", request.id(), Duration.ofMinutes(5), thing.objectNode());
      return OperationAnswer.stored(thing, TimedWork.lasting("things.create"));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      ObjectNode thing =
          operationCompletion.world().resources().find(operationCompletion.id()).orElseThrow();
      if (thing.path("properties").path("doomed").asBoolean()) {
        throw ArmError.provider(409, "ThingFailed", "It was doomed.").exception();
      }
      operationCompletion.succeed();
      return thing;
    }
  }

  private static final class PutPart implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ObjectNode part = ResourceEnvelope.child(request.id());
      part.withObjectProperty("properties").put("provisioningState", "");
      return OperationAnswer.stored(part, TimedWork.lasting("things.create"));
    }
  }

  private static final class Question implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ObjectNode data = request.body();
      return OperationAnswer.acceptedByLocation(TimedWork.lasting("things.create").with(data));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      return operationCompletion.data();
    }
  }
}
