package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where clients ask how an operation stands. */
final class OperationEndpoint {
  private final Transaction world;
  private final ArmCall call;

  OperationEndpoint(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** {@code …/operations/{id}}: always 200, the outcome is in the body. */
  Response status(String id) {
    StoredOperation operation = find(id);
    ObjectNode body = Json.object().put("status", operation.outcome().status().word);
    ArmError error = operation.outcome().error();
    if (error != null) {
      body.set("error", Errors.body(error));
    }
    JsonNode result = operation.outcome().result();
    if (action(operation) && operation.outcome().status() == StoredOperation.Status.SUCCEEDED) {
      ObjectNode properties = body.putObject("properties");
      if (result != null) {
        properties.set("output", result);
      }
    }
    Response response = Response.json(200, body);
    return operation.running()
        ? Headers.retryAfter(response, world, operation, Headers.POLL_SECONDS)
        : response;
  }

  /** {@code …/operationResults/{id}}: 202 until it is done, then the result itself. */
  Response result(String id, String region) {
    StoredOperation operation = find(id);
    ArmError error = operation.outcome().error();
    if (error != null) {
      return Errors.response(error);
    }
    boolean byLocation = operation.links() == Answer.Links.LOCATION;
    if (operation.running()) {
      Response response = byLocation ? Response.json(202, NullNode.instance) : Response.empty(202);
      Headers.retryAfter(response, world, operation, Headers.POLL_SECONDS);
      return Headers.links(response, call, operation, region);
    }
    return Headers.links(finished(operation), call, operation, region);
  }

  private Response finished(StoredOperation operation) {
    if (operation.job().deletes()) {
      return Response.empty(204);
    }
    JsonNode result = operation.outcome().result();
    return Response.json(200, result == null ? NullNode.instance : result);
  }

  /** {@code /subscriptions/{s}/operationresults/{job}}: the deletion of a group. */
  Response group(String id, String subscription) {
    StoredOperation operation = find(id);
    ArmError error = operation.outcome().error();
    if (error != null) {
      return Response.json(error.status(), blocked(error));
    }
    if (!operation.running()) {
      return Response.empty(200);
    }
    Response response =
        Response.empty(202)
            .with(Headers.LOCATION, call.url(GroupEndpoint.jobPath(subscription, id)));
    return Headers.retryAfter(response, world, operation, GroupEndpoint.RETRY_AFTER);
  }

  /** This one error is written with capital letters. */
  private static ObjectNode blocked(ArmError error) {
    ObjectNode body = Json.object();
    ObjectNode inner = body.putObject("Error");
    inner.put("Code", error.code()).putNull("Target").put("Message", error.message());
    ArrayNode details = inner.putArray("Details");
    for (ArmError.Detail detail : error.details()) {
      ObjectNode cause = Json.object();
      cause
          .putObject("error")
          .put("code", detail.code())
          .put("message", detail.message())
          .putArray("details");
      String message = new String(Json.bytes(cause), StandardCharsets.UTF_8);
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
    return Optional.ofNullable(world.estate().operations.get(id))
        .orElseThrow(() -> ArmErrors.operationNotFound(id));
  }
}
