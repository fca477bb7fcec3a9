package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.endpoint.OperationHeaders;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;
import io.github.hybridnet.simulator.deployment.run.TemplateDeployment;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Jobs that answer at their {@code Location}: the deletion of a deployment, and what-if. */
final class JobEndpoint {
  static final String FORGET = "deployments.forgetWhatIf";

  /** Where the answers of what-if wait to be fetched. */
  private static final TypeName WHAT_IF = TypeName.of("Microsoft.Resources/deploymentWhatIfs");

  private static final Duration KEPT = Duration.ofHours(1);

  private final World world;
  private final ArmCall call;

  JobEndpoint(World world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** Accepts a what-if whose answer is already known, and gives it out when its time has come. */
  ServerResponse begin(ArmId group, ObjectNode answer) {
    String job = JobNames.named(JobNames.WHAT_IF, group.resourceGroup(), world.ids().guid());
    ArmId id = group.resource(WHAT_IF, job);
    Duration duration = world.duration("deployments.whatIf", id);
    ObjectNode data = JsonCodec.object().put("due", world.now().plus(duration).toString());
    data.set("answer", answer);
    world.resources().put(id, DeploymentStore.write(id, WHAT_IF, data));
    world.schedule(FORGET, id, duration.plus(KEPT), JsonCodec.object());
    return later(job, world.group(group).orElseThrow().path("location").asText());
  }

  private ServerResponse later(String job, String location) {
    String subscription = world.context().account().subscriptionId();
    ServerResponse serverResponse =
        ServerResponse.empty(202)
            .with(OperationHeaders.LOCATION, call.url(JobNames.path(subscription, job, location)));
    return OperationHeaders.retryAfter(serverResponse, world.context().clock());
  }

  /** Serves the requests of {@code …/operationresults/{job}}. */
  ServerResponse result(String job) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return job.startsWith(JobNames.DELETION) ? deletion(job) : whatIf(job);
  }

  private ServerResponse deletion(String job) {
    boolean underway =
        world.resources().all(DeploymentStore.TYPE).stream()
            .map(DeploymentStore::data)
            .anyMatch(
                data ->
                    data.path("state").asText().equals(TemplateDeployment.State.DELETING.name())
                        && data.path("deletion").asText().equals(job));
    return underway ? again() : ServerResponse.empty(204);
  }

  private ServerResponse whatIf(String job) {
    Optional<ObjectNode> found =
        world.resources().all(WHAT_IF).stream()
            .filter(stored -> stored.path("id").asText().endsWith("/" + job))
            .map(DeploymentStore::data)
            .findFirst();
    ObjectNode data = found.orElseThrow(() -> DeploymentErrors.operationNotFound(job));
    return Instant.parse(data.path("due").asText()).isAfter(world.now())
        ? again()
        : ServerResponse.json(200, data.path("answer"));
  }

  private ServerResponse again() {
    ServerResponse serverResponse =
        ServerResponse.empty(202)
            .with(OperationHeaders.LOCATION, call.url("/" + String.join("/", call.from(0))));
    return OperationHeaders.retryAfter(serverResponse, world.context().clock());
  }
}
