package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Headers;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
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
  Response begin(ArmId group, ObjectNode answer) {
    String job = Jobs.named(Jobs.WHAT_IF, group.resourceGroup(), world.ids().guid());
    ArmId id = group.resource(WHAT_IF, job);
    Duration duration = world.duration("deployments.whatIf", id);
    ObjectNode data = Json.object().put("due", world.now().plus(duration).toString());
    data.set("answer", answer);
    world.resources().put(id, Deployments.write(id, WHAT_IF, data));
    world.schedule(FORGET, id, duration.plus(KEPT), Json.object());
    return later(job, world.group(group).orElseThrow().path("location").asText());
  }

  private Response later(String job, String location) {
    String subscription = world.setting().account().subscriptionId();
    Response response =
        Response.empty(202)
            .with(Headers.LOCATION, call.url(Jobs.path(subscription, job, location)));
    return Headers.retryAfter(response, world.setting().clock());
  }

  /** Serves {@code …/operationresults/{job}}. */
  Response result(String job) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return job.startsWith(Jobs.DELETION) ? deletion(job) : whatIf(job);
  }

  private Response deletion(String job) {
    boolean underway =
        world.resources().all(Deployments.TYPE).stream()
            .map(Deployments::data)
            .anyMatch(
                data ->
                    data.path("state").asText().equals(Deployment.State.DELETING.name())
                        && data.path("deletion").asText().equals(job));
    return underway ? again() : Response.empty(204);
  }

  private Response whatIf(String job) {
    Optional<ObjectNode> found =
        world.resources().all(WHAT_IF).stream()
            .filter(stored -> stored.path("id").asText().endsWith("/" + job))
            .map(Deployments::data)
            .findFirst();
    ObjectNode data = found.orElseThrow(() -> DeploymentErrors.operationNotFound(job));
    return Instant.parse(data.path("due").asText()).isAfter(world.now())
        ? again()
        : Response.json(200, data.path("answer"));
  }

  private Response again() {
    Response response =
        Response.empty(202).with(Headers.LOCATION, call.url("/" + String.join("/", call.from(0))));
    return Headers.retryAfter(response, world.setting().clock());
  }
}
