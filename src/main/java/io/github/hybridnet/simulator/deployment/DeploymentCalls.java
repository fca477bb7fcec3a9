package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Headers;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;

/** What can be asked of one deployment. */
final class DeploymentCalls {
  private final World world;
  private final ArmCall call;
  private final ArmId id;
  private final Deployments deployments;

  DeploymentCalls(World world, ArmCall call, ArmId id) {
    this.world = world;
    this.call = call;
    this.id = id;
    this.deployments = new Deployments(world);
  }

  /** Serves {@code deployments/{name}/{word}}. */
  Response serve(String word) {
    return switch (word) {
      case "validate" -> validate();
      case "whatif" -> whatIf();
      case "cancel" -> cancel();
      case "exporttemplate" -> export();
      case "operations" -> operations();
      default -> throw call.unknown();
    };
  }

  private Response validate() {
    only("POST");
    Preparation prepared = Preparation.of(world, id, Submission.read(call.content()));
    Deployment deployment = new DeploymentStart(world, prepared).make(id, call.apiVersion());
    DeploymentView view = new DeploymentView(call.apiVersion(), world.now());
    return Response.json(200, view.validated(deployment));
  }

  private Response whatIf() {
    only("POST");
    Submission submission = Submission.read(call.content());
    Preparation prepared = Preparation.of(world, id, submission);
    return new JobEndpoint(world, call)
        .begin(id.group(), new WhatIf(world, prepared).result(id.group()));
  }

  private Response cancel() {
    only("POST");
    Deployment deployment = existing();
    if (!deployment.state().active()) {
      throw DeploymentErrors.wrongState("Canceled", id.name(), deployment.state().word());
    }
    deployment.enter(Deployment.State.CANCELED, world.now());
    deployment.set("error", DeploymentErrors.canceled(id));
    deployments.put(deployment);
    world.cancel(DeploymentRun.EVENT, id);
    return Response.empty(204);
  }

  private Response export() {
    only("POST");
    ObjectNode body = Json.object();
    body.set("template", existing().template());
    return Response.json(200, body);
  }

  private Response operations() {
    only("GET");
    ObjectNode body = Json.object();
    body.set("value", new OperationsView(existing(), world.now()).all());
    return Response.json(200, body);
  }

  Response operation(String operationId) {
    only("GET");
    return new OperationsView(existing(), world.now())
        .one(operationId)
        .map(operation -> Response.json(200, operation))
        .orElseThrow(() -> DeploymentErrors.operationNotFound(operationId));
  }

  /** How the deployment stands that was begun as this operation. */
  Response status(String operationId) {
    only("GET");
    Deployment deployment = existing();
    if (!deployment.text("operationId").equals(operationId)) {
      throw DeploymentErrors.operationNotFound(operationId);
    }
    ObjectNode body = Json.object().put("status", deployment.state().word());
    if (deployment.part("error").isObject()) {
      body.set("error", deployment.part("error"));
    }
    Response response = Response.json(200, body);
    return deployment.state().active()
        ? Headers.retryAfter(response, world.setting().clock())
        : response;
  }

  private Deployment existing() {
    return deployments.find(id).orElseThrow(() -> DeploymentErrors.notFound(id.name()));
  }

  private void only(String method) {
    if (!call.method().equals(method)) {
      throw call.wrongMethod();
    }
  }
}
