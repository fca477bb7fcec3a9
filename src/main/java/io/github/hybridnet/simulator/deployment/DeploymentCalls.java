package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.endpoint.OperationHeaders;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.run.DeploymentFactory;
import io.github.hybridnet.simulator.deployment.run.DeploymentRun;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;
import io.github.hybridnet.simulator.deployment.run.TemplateDeployment;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.deployment.template.DeploymentRequest;
import io.github.hybridnet.simulator.deployment.template.PreparedDeployment;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;

/** The calls on one deployment. */
final class DeploymentCalls {
  private final World world;
  private final ArmCall call;
  private final ArmId id;
  private final DeploymentStore deploymentStore;

  DeploymentCalls(World world, ArmCall call, ArmId id) {
    this.world = world;
    this.call = call;
    this.id = id;
    this.deploymentStore = new DeploymentStore(world);
  }

  /** Serves the calls {@code deployments/{name}/{word}}. */
  ServerResponse serve(String word) {
    return switch (word) {
      case "validate" -> validate();
      case "whatif" -> whatIf();
      case "cancel" -> cancel();
      case "exporttemplate" -> export();
      case "operations" -> operations();
      default -> throw call.unknown();
    };
  }

  private ServerResponse validate() {
    only("POST");
    new DeploymentHistory(world).refuse(id);
    PreparedDeployment prepared =
        PreparedDeployment.of(world, id, DeploymentRequest.read(call.content()));
    TemplateDeployment templateDeployment =
        new DeploymentFactory(world, prepared).make(id, call.apiVersion());
    DeploymentView view = new DeploymentView(call.apiVersion(), world.now());
    return ServerResponse.json(200, view.validated(templateDeployment));
  }

  private ServerResponse whatIf() {
    only("POST");
    new DeploymentHistory(world).refuse(id);
    DeploymentRequest deploymentRequest = DeploymentRequest.read(call.content());
    PreparedDeployment prepared = PreparedDeployment.of(world, id, deploymentRequest);
    return new JobEndpoint(world, call)
        .begin(id.group(), new WhatIfComparison(world, prepared).result(id.group()));
  }

  private ServerResponse cancel() {
    only("POST");
    TemplateDeployment templateDeployment = existing();
    if (!templateDeployment.state().active()) {
      throw DeploymentErrors.wrongState("Canceled", id.name(), templateDeployment.state().word());
    }
    templateDeployment.enter(TemplateDeployment.State.CANCELED, world.now());
    templateDeployment.set("error", DeploymentErrors.canceled(id));
    deploymentStore.put(templateDeployment);
    world.cancel(DeploymentRun.EVENT, id);
    return ServerResponse.empty(204);
  }

  private ServerResponse export() {
    only("POST");
    ObjectNode body = JsonCodec.object();
    body.set("template", existing().template());
    return ServerResponse.json(200, body);
  }

  private ServerResponse operations() {
    only("GET");
    ObjectNode body = JsonCodec.object();
    body.set("value", new DeploymentOperationsView(existing(), world.now()).all());
    return ServerResponse.json(200, body);
  }

  ServerResponse operation(String operationId) {
    only("GET");
    return new DeploymentOperationsView(existing(), world.now())
        .one(operationId)
        .map(operation -> ServerResponse.json(200, operation))
        .orElseThrow(() -> DeploymentErrors.operationNotFound(operationId));
  }

  /** How the deployment stands that was begun as this operation. */
  ServerResponse status(String operationId) {
    only("GET");
    TemplateDeployment templateDeployment = existing();
    if (!templateDeployment.text("operationId").equals(operationId)) {
      throw DeploymentErrors.operationNotFound(operationId);
    }
    ObjectNode body = JsonCodec.object().put("status", templateDeployment.state().word());
    if (templateDeployment.part("error").isObject()) {
      body.set("error", templateDeployment.part("error"));
    }
    ServerResponse serverResponse = ServerResponse.json(200, body);
    return templateDeployment.state().active()
        ? OperationHeaders.retryAfter(serverResponse, world.context().clock())
        : serverResponse;
  }

  private TemplateDeployment existing() {
    return deploymentStore.find(id).orElseThrow(() -> DeploymentErrors.notFound(id.name()));
  }

  private void only(String method) {
    if (!call.method().equals(method)) {
      throw call.wrongMethod();
    }
  }
}
