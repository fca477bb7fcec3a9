package io.github.hybridnet.simulator.deployment;

import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.deployment.template.DeploymentRefusedException;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The paths of deployments in a resource group. */
final class DeploymentRoutes implements PlatformEndpoint {

  @Override
  public Optional<ServerResponse> serve(World world, ArmCall call) {
    try {
      return call.is(2, "operationresults") && call.size() == 4
          ? JobNames.read(call.segment(3)).map(job -> new JobEndpoint(world, call).result(job))
          : inGroup(world, call);
    } catch (DeploymentRefusedException e) {
      return Optional.of(e.response());
    }
  }

  private static Optional<ServerResponse> inGroup(World world, ArmCall call) {
    if (deployments(call, 2)) {
      throw DeploymentErrors.notSimulated("deployments to a subscription");
    }
    if (!call.is(2, "resourceGroups") || call.size() < 5) {
      return Optional.empty();
    }
    if (call.is(4, "exportTemplate") && call.size() == 5) {
      ArmId group = group(world, call);
      return Optional.of(new GroupTemplateExport(world, call).serve(group));
    }
    if (call.is(4, "deployments") && call.is(6, "operations")) {
      return Optional.of(deployment(world, call, call.from(5)));
    }
    return deployments(call, 4)
        ? Optional.of(deployment(world, call, call.from(7)))
        : Optional.empty();
  }

  /** Whether the path goes on with the collection of deployments at this place. */
  private static boolean deployments(ArmCall call, int place) {
    return call.is(place, "providers")
        && call.is(place + 1, "Microsoft.Resources")
        && call.is(place + 2, "deployments");
  }

  /** The group, in its own spelling. */
  private static ArmId group(World world, ArmCall call) {
    String subscription = world.context().account().subscriptionId();
    ArmId asked = ArmId.group(subscription, call.segment(3));
    return world
        .group(asked)
        .map(group -> ArmId.group(subscription, group.path("name").asText()))
        .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(call.segment(3)));
  }

  /** Serves the requests below {@code deployments/{path}}. */
  private static ServerResponse deployment(World world, ArmCall call, List<String> path) {
    ArmId group = group(world, call);
    if (path.isEmpty()) {
      return new DeploymentEndpoint(world, call).list(group);
    }
    ArmId id = group.resource(DeploymentStore.TYPE, path.get(0));
    if (path.size() == 1) {
      return new DeploymentEndpoint(world, call).serve(id);
    }
    DeploymentCalls calls = new DeploymentCalls(world, call, id);
    String word = path.get(1).toLowerCase(Locale.ROOT);
    if (path.size() == 2) {
      return calls.serve(word);
    }
    if (path.size() == 3 && word.equals("operationstatuses")) {
      return calls.status(path.get(2));
    }
    if (path.size() == 3 && word.equals("operations")) {
      return calls.operation(path.get(2));
    }
    throw call.unknown();
  }
}
