package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.endpoint.ListPaging;
import io.github.hybridnet.simulator.arm.endpoint.OperationHeaders;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
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
import java.time.Duration;
import java.util.List;

/** Creates, reads, lists and deletes deployments. */
final class DeploymentEndpoint {
  static final String FORGET = "deployments.forget";

  private static final Duration DELETION_RETRY = Duration.ofSeconds(15);

  private final World world;
  private final ArmCall call;
  private final DeploymentStore deploymentStore;

  DeploymentEndpoint(World world, ArmCall call) {
    this.world = world;
    this.call = call;
    this.deploymentStore = new DeploymentStore(world);
  }

  ServerResponse list(ArmId group) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    DeploymentView view = view();
    List<ObjectNode> all = deploymentStore.in(group).stream().map(view::show).toList();
    return ServerResponse.json(200, new ListPaging(call).page(all, shown -> shown));
  }

  ServerResponse serve(ArmId id) {
    return switch (call.method()) {
      case "GET" -> ServerResponse.json(200, view().show(existing(id)));
      case "HEAD" -> ServerResponse.empty(deploymentStore.find(id).isPresent() ? 204 : 404);
      case "PUT" -> put(id);
      case "DELETE" -> delete(id);
      default -> throw call.wrongMethod();
    };
  }

  private DeploymentView view() {
    return new DeploymentView(call.apiVersion(), world.now());
  }

  private TemplateDeployment existing(ArmId id) {
    return deploymentStore.find(id).orElseThrow(() -> DeploymentErrors.notFound(id.name()));
  }

  private ServerResponse put(ArmId id) {
    DeploymentHistory history = new DeploymentHistory(world);
    history.refuse(id);
    ObjectNode group = world.group(id).orElseThrow();
    if (ProvisioningStateField.of(group).equals(ProvisioningStateField.DELETING)) {
      throw PlacementErrors.resourceGroupBeingDeleted(id.resourceGroup());
    }
    PreparedDeployment prepared =
        PreparedDeployment.of(world, id, DeploymentRequest.read(call.content()));
    TemplateDeployment before = deploymentStore.find(id).orElse(null);
    if (before != null && before.state().active()) {
      throw DeploymentErrors.active(id, before.started(), before.text("correlationId"));
    }
    TemplateDeployment templateDeployment =
        new DeploymentFactory(world, prepared).make(id, call.apiVersion());
    deploymentStore.put(templateDeployment);
    history.trim(id.group());
    world.cancel(FORGET, id);
    world.schedule(DeploymentRun.EVENT, id, "deployments.accept", JsonCodec.object());
    ServerResponse serverResponse =
        ServerResponse.json(before == null ? 201 : 200, view().show(templateDeployment))
            .with(OperationHeaders.ASYNC_OPERATION, call.url(statusPath(templateDeployment)));
    return OperationHeaders.retryAfter(serverResponse, world.context().clock());
  }

  private static String statusPath(TemplateDeployment templateDeployment) {
    return templateDeployment.id() + "/operationStatuses/" + templateDeployment.text("operationId");
  }

  private ServerResponse delete(ArmId id) {
    TemplateDeployment templateDeployment = deploymentStore.find(id).orElse(null);
    if (templateDeployment == null) {
      return ServerResponse.empty(204);
    }
    if (templateDeployment.state().active()) {
      throw DeploymentErrors.wrongState("Deleted", id.name(), templateDeployment.state().word());
    }
    String job = JobNames.named(JobNames.DELETION, id.resourceGroup(), id.name());
    templateDeployment.set("deletion", job);
    templateDeployment.enter(TemplateDeployment.State.DELETING, world.now());
    deploymentStore.put(templateDeployment);
    world.schedule(FORGET, id, "deployments.delete", JsonCodec.object());
    String location = world.group(id).orElseThrow().path("location").asText();
    ServerResponse serverResponse =
        ServerResponse.empty(202)
            .with(
                OperationHeaders.LOCATION,
                call.url(JobNames.path(id.subscription(), job, location)));
    return OperationHeaders.retryAfter(serverResponse, world.context().clock(), DELETION_RETRY);
  }
}
