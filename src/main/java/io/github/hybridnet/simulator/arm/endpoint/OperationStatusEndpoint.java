package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Answers polls of operations. */
final class OperationStatusEndpoint {
  /** With the variant that forgets operations. */
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private final Transaction world;
  private final ArmCall call;

  OperationStatusEndpoint(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** {@code …/operations/{id}}: always 200, the outcome is in the body. */
  ServerResponse status(String id) {
    StoredOperation operation = find(id);
    ObjectNode body = JsonCodec.object().put("status", operation.outcome().status().word);
    ArmError error = operation.outcome().error();
    if (error != null) {
      body.set("error", ErrorResponses.body(error));
    }
    JsonNode result = operation.outcome().result();
    if (action(operation) && operation.outcome().status() == StoredOperation.Status.SUCCEEDED) {
      ObjectNode properties = body.putObject("properties");
      if (result != null) {
        properties.set("output", result);
      }
    }
    ServerResponse serverResponse = ServerResponse.json(200, body);
    return operation.running()
        ? OperationHeaders.retryAfter(
            serverResponse, world, operation, OperationHeaders.POLL_SECONDS)
        : serverResponse;
  }

  /** {@code …/operationResults/{id}}: 202 until it is done, then the result itself. */
  ServerResponse result(String id, String region) {
    StoredOperation operation = find(id);
    ArmError error = operation.outcome().error();
    if (error != null) {
      return ErrorResponses.response(error);
    }
    LinkPolicy policy = new LinkPolicy(world, call);
    boolean byLocation = operation.links() == OperationAnswer.OperationLinks.LOCATION;
    if (operation.running()) {
      ServerResponse serverResponse =
          byLocation ? ServerResponse.json(202, NullNode.instance) : ServerResponse.empty(202);
      OperationHeaders.retryAfter(serverResponse, world, operation, OperationHeaders.POLL_SECONDS);
      return OperationHeaders.links(serverResponse, policy, operation, region);
    }
    return OperationHeaders.links(finished(operation), policy, operation, region);
  }

  private ServerResponse finished(StoredOperation operation) {
    if (operation.job().deletes()) {
      return ServerResponse.empty(204);
    }
    JsonNode result = operation.outcome().result();
    return operation.view().request().equals("PUT")
        ? ServerResponse.json(200, written(operation.job().target()))
        : ServerResponse.json(200, result == null ? NullNode.instance : result);
  }

  /** What a PUT made, as the guidelines for providers want it; no recorded client asked. */
  private JsonNode written(ArmId id) {
    ViewContext viewContext = ViewContext.of(Occasion.READ, call.apiVersion(), world);
    ObjectNode stored = world.resources().find(id).orElse(null);
    ResourceTypeDefinition type = world.types().find(id.type()).orElse(null);
    return stored == null || type == null
        ? NullNode.instance
        : type.view().show(stored, viewContext);
  }

  /** {@code /subscriptions/{s}/operationresults/{job}}: the deletion of a group. */
  ServerResponse group(String id, String subscription) {
    StoredOperation operation = find(id);
    ArmError error = operation.outcome().error();
    if (error != null) {
      return ServerResponse.json(error.status(), blocked(error));
    }
    if (!operation.running()) {
      return ServerResponse.empty(200);
    }
    ServerResponse serverResponse =
        ServerResponse.empty(202)
            .with(
                OperationHeaders.LOCATION,
                call.url(ResourceGroupEndpoint.jobPath(subscription, id)));
    return OperationHeaders.retryAfter(
        serverResponse, world, operation, ResourceGroupEndpoint.RETRY_AFTER);
  }

  /** This one error is written with capital letters. */
  private static ObjectNode blocked(ArmError error) {
    ObjectNode body = JsonCodec.object();
    ObjectNode inner = body.putObject("Error");
    inner.put("Code", error.code()).putNull("Target").put("Message", error.message());
    ArrayNode details = inner.putArray("Details");
    for (ArmError.Detail detail : error.details()) {
      ObjectNode cause = JsonCodec.object();
      cause
          .putObject("error")
          .put("code", detail.code())
          .put("message", detail.message())
          .putArray("details");
      String message = new String(JsonCodec.bytes(cause), StandardCharsets.UTF_8);
      details.addObject().putNull("Code").put("Target", target(detail)).put("Message", message);
    }
    return body;
  }

  private static String target(ArmError.Detail detail) {
    return detail.target().orElse("");
  }

  private static boolean action(StoredOperation operation) {
    return operation.job().handler().startsWith("POST ");
  }

  private StoredOperation find(String id) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return Optional.ofNullable(world.state().operations().get(id))
        .filter(operation -> !isForgotten(operation))
        .orElseThrow(() -> ArmErrors.operationNotFound(id));
  }

  /** How long Azure remembers operations is not known; none of 780 recorded polls got 404. */
  private boolean isForgotten(StoredOperation operation) {
    return !call.isOfTheCloud()
        && world.behaviour().variants().is(AzureVariant.FINISHED_OPERATIONS, "gone")
        && !operation.running()
        && operation.due().plus(REMEMBERED).isBefore(world.now());
  }
}
