package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Headers;
import io.github.hybridnet.simulator.arm.Paging;
import io.github.hybridnet.simulator.arm.PlacementErrors;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Deployments themselves: made, read, listed, forgotten. */
final class DeploymentEndpoint {
  static final String FORGET = "deployments.forget";

  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_().-]{1,64}");
  private static final Duration DELETION_RETRY = Duration.ofSeconds(15);

  private final World world;
  private final ArmCall call;
  private final Deployments deployments;

  DeploymentEndpoint(World world, ArmCall call) {
    this.world = world;
    this.call = call;
    this.deployments = new Deployments(world);
  }

  Response list(ArmId group) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    DeploymentView view = view();
    List<ObjectNode> all = deployments.in(group).stream().map(view::show).toList();
    return Response.json(200, new Paging(call).page(all, shown -> shown));
  }

  Response serve(ArmId id) {
    return switch (call.method()) {
      case "GET" -> Response.json(200, view().show(existing(id)));
      case "HEAD" -> Response.empty(deployments.find(id).isPresent() ? 204 : 404);
      case "PUT" -> put(id);
      case "DELETE" -> delete(id);
      default -> throw call.wrongMethod();
    };
  }

  private DeploymentView view() {
    return new DeploymentView(call.apiVersion(), world.now());
  }

  private Deployment existing(ArmId id) {
    return deployments.find(id).orElseThrow(() -> DeploymentErrors.notFound(id.name()));
  }

  private Response put(ArmId id) {
    if (!NAME.matcher(id.name()).matches()) {
      throw DeploymentErrors.invalidName(id.name());
    }
    ObjectNode group = world.group(id).orElseThrow();
    if (ProvisioningState.of(group).equals(ProvisioningState.DELETING)) {
      throw PlacementErrors.resourceGroupBeingDeleted(id.resourceGroup());
    }
    Preparation prepared = Preparation.of(world, id, Submission.read(call.content()));
    Deployment before = deployments.find(id).orElse(null);
    if (before != null && before.state().active()) {
      throw DeploymentErrors.active(id, before.started(), before.text("correlationId"));
    }
    Deployment deployment = new DeploymentStart(world, prepared).make(id, call.apiVersion());
    deployments.put(deployment);
    world.cancel(FORGET, id);
    world.schedule(DeploymentRun.EVENT, id, "deployments.accept", Json.object());
    Response response =
        Response.json(before == null ? 201 : 200, view().show(deployment))
            .with(Headers.ASYNC_OPERATION, call.url(statusPath(deployment)));
    return Headers.retryAfter(response, world.setting().clock());
  }

  private static String statusPath(Deployment deployment) {
    return deployment.id() + "/operationStatuses/" + deployment.text("operationId");
  }

  private Response delete(ArmId id) {
    Deployment deployment = deployments.find(id).orElse(null);
    if (deployment == null) {
      return Response.empty(204);
    }
    if (deployment.state().active()) {
      throw DeploymentErrors.wrongState("Deleted", id.name(), deployment.state().word());
    }
    String job = Jobs.named(Jobs.DELETION, id.resourceGroup(), id.name());
    deployment.set("deletion", job);
    deployment.enter(Deployment.State.DELETING, world.now());
    deployments.put(deployment);
    world.schedule(FORGET, id, "deployments.delete", Json.object());
    String location = world.group(id).orElseThrow().path("location").asText();
    Response response =
        Response.empty(202)
            .with(Headers.LOCATION, call.url(Jobs.path(id.subscription(), job, location)));
    return Headers.retryAfter(response, world.setting().clock(), DELETION_RETRY);
  }
}
