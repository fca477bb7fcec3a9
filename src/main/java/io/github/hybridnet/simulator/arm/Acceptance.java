package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the {@link Answer} of an operation: stores the resource, starts the work, writes body
 * and headers.
 */
final class Acceptance {
  private final Transaction world;
  private final ArmCall call;

  Acceptance(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** Runs the operation at a place of the type: a verb's (empty path) or a call's. */
  Response run(ArmOperation operation, ResourceType type, String path, ArmRequest request) {
    Answer answer = operation.accept(request);
    String region = region(request.id(), answer);
    StoredOperation started = start(type, path, request, answer);
    Response response =
        answer.stores()
            ? stored(type, request, answer)
            : Response.of(answer.status(), answer.body());
    if (started == null) {
      return response;
    }
    Headers.links(response, call, started, region);
    if (type.notification() && path.isEmpty() && answer.links() != Answer.Links.NONE) {
      response.with(Headers.ASYNC_NOTIFICATION, "Enabled");
    }
    if (started.running() && answer.links() != Answer.Links.NONE) {
      boolean put = call.method().equals("PUT") && path.isEmpty();
      int seconds = put ? type.retryAfter() : Headers.POLL_SECONDS;
      Headers.retryAfter(response, world, started, seconds);
    }
    return response.with("x-ms-request-id", started.id());
  }

  private Response stored(ResourceType type, ArmRequest request, Answer answer) {
    boolean created = request.existing().isEmpty();
    Look look =
        new Look(created ? Occasion.CREATED : Occasion.UPDATED, call.apiVersion(), world.now());
    ObjectNode shown = type.view().show(world.resources().find(request.id()).orElseThrow(), look);
    int status = answer.status() != 0 ? answer.status() : created ? 201 : 200;
    return Response.json(status, shown);
  }

  private @Nullable StoredOperation start(
      ResourceType type, String path, ArmRequest request, Answer answer) {
    Work work = answer.work();
    if (answer.stores()) {
      store(request.id(), answer.body(), work != null);
    }
    if (work == null && answer.links() == Answer.Links.NONE) {
      return null;
    }
    StoredOperation operation = operation(type, path, request, answer);
    if (operation.running()) {
      supersede(operation);
    }
    world.put(operation);
    return operation;
  }

  private StoredOperation operation(
      ResourceType type, String path, ArmRequest request, Answer answer) {
    Work work = answer.work();
    Duration duration =
        work == null ? Duration.ZERO : world.duration(work.duration(), request.id());
    StoredOperation.Job job =
        new StoredOperation.Job(
            Registrations.handlerKey(call.method(), type, path),
            name(type),
            request.id(),
            work == null ? Json.object() : work.data());
    return new StoredOperation(
        world.ids().guid(),
        job,
        world.now().plus(duration),
        answer.links(),
        work == null ? StoredOperation.Outcome.succeeded(null) : StoredOperation.Outcome.RUNNING);
  }

  private String name(ResourceType type) {
    String verb = call.method();
    return verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT) + type.label() + "Operation";
  }

  private void store(ArmId id, @Nullable JsonNode body, boolean working) {
    if (!(body instanceof ObjectNode resource)) {
      throw new IllegalStateException("An answer that stores something needs a resource");
    }
    boolean busy = !world.running(id).isEmpty();
    if (working) {
      ProvisioningState.mark(resource, ProvisioningState.UPDATING);
    } else if (!busy) {
      ProvisioningState.mark(resource, ProvisioningState.SUCCEEDED);
    }
    world.resources().put(id, resource);
    if (working && id.isChild()) {
      world
          .resources()
          .changeQuietly(
              id.root(), root -> ProvisioningState.markOnly(root, ProvisioningState.UPDATING));
    }
  }

  /** A write takes the place of an earlier one on the same resource that is not done yet. */
  private void supersede(StoredOperation later) {
    for (RunningOperation earlier : world.running(later.job().target())) {
      StoredOperation stored = world.estate().operations.get(earlier.operationId());
      if (stored != null && replaces(later.job(), stored.job())) {
        ArmError error = ArmErrors.superseded(earlier, later.view());
        world.end(stored, StoredOperation.Outcome.canceled(error));
      }
    }
  }

  private static boolean replaces(StoredOperation.Job later, StoredOperation.Job earlier) {
    if (!earlier.target().equals(later.target())) {
      // A PUT of the whole replaces PUTs of its parts.
      boolean part = earlier.target().isChild() && earlier.target().root().equals(later.target());
      return part && later.puts() && earlier.puts();
    }
    return later.deletes() || earlier.handler().equals(later.handler());
  }

  /** The region of the resource itself, which may differ from its group's. */
  private String region(ArmId id, Answer answer) {
    JsonNode body = answer.body();
    if (answer.stores() && body != null && body.path("location").isTextual()) {
      return body.path("location").asText();
    }
    return world
        .resources()
        .find(id.root())
        .map(root -> root.path("location").asText(""))
        .filter(location -> !location.isEmpty())
        .or(() -> Optional.of("global"))
        .orElseThrow();
  }
}
