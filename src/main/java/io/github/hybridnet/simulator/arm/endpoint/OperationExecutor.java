package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.PolicyTags;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the {@link OperationAnswer} of an operation: stores the resource, starts the work,
 * writes body and headers.
 */
final class OperationExecutor {
  private final Transaction world;
  private final ArmCall call;

  OperationExecutor(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** Runs the operation at a place of the type: a verb's (empty path) or a call's. */
  ServerResponse run(
      ArmOperation operation, ResourceTypeDefinition type, String path, ResourceRequest request) {
    OperationAnswer operationAnswer = operation.accept(request);
    String region = region(request.id(), operationAnswer);
    StoredOperation started = start(type, path, request, operationAnswer);
    ServerResponse serverResponse =
        operationAnswer.stores()
            ? stored(type, request, operationAnswer)
            : ServerResponse.of(operationAnswer.status(), operationAnswer.body());
    if (started == null) {
      return serverResponse;
    }
    LinkPolicy policy = new LinkPolicy(world, call);
    OperationHeaders.links(serverResponse, policy, started, region);
    boolean linked = policy.shown(started.links()) != OperationAnswer.OperationLinks.NONE;
    if (type.notification() && path.isEmpty() && linked) {
      serverResponse.with(OperationHeaders.ASYNC_NOTIFICATION, "Enabled");
    }
    if (started.running() && linked) {
      boolean put = call.method().equals("PUT") && path.isEmpty();
      int seconds = put ? type.retryAfter() : OperationHeaders.POLL_SECONDS;
      OperationHeaders.retryAfter(serverResponse, world, started, seconds);
    }
    return serverResponse.with("x-ms-request-id", started.id());
  }

  private ServerResponse stored(
      ResourceTypeDefinition type, ResourceRequest request, OperationAnswer operationAnswer) {
    boolean created = request.existing().isEmpty();
    ViewContext viewContext =
        ViewContext.of(created ? Occasion.CREATED : Occasion.UPDATED, call.apiVersion(), world);
    ObjectNode shown =
        type.view().show(world.resources().find(request.id()).orElseThrow(), viewContext);
    int status = operationAnswer.status() != 0 ? operationAnswer.status() : created ? 201 : 200;
    return ServerResponse.json(status, shown);
  }

  private @Nullable StoredOperation start(
      ResourceTypeDefinition type,
      String path,
      ResourceRequest request,
      OperationAnswer operationAnswer) {
    TimedWork timedWork = operationAnswer.work();
    if (operationAnswer.stores()) {
      store(request.id(), operationAnswer.body(), timedWork != null);
    }
    if (timedWork == null && operationAnswer.links() == OperationAnswer.OperationLinks.NONE) {
      return null;
    }
    StoredOperation operation = operation(type, path, request, operationAnswer);
    if (operation.running()) {
      supersede(operation);
    }
    world.put(operation);
    return operation;
  }

  private StoredOperation operation(
      ResourceTypeDefinition type,
      String path,
      ResourceRequest request,
      OperationAnswer operationAnswer) {
    TimedWork timedWork = operationAnswer.work();
    Duration duration =
        timedWork == null ? Duration.ZERO : world.duration(timedWork.duration(), request.id());
    StoredOperation.Job job =
        new StoredOperation.Job(
            ModuleRegistrations.handlerKey(call.method(), type, path),
            name(type),
            request.id(),
            timedWork == null ? JsonCodec.object() : timedWork.data());
    return new StoredOperation(
        world.ids().guid(),
        job,
        world.now().plus(duration),
        operationAnswer.links(),
        timedWork == null
            ? StoredOperation.Outcome.succeeded(null)
            : StoredOperation.Outcome.RUNNING);
  }

  private String name(ResourceTypeDefinition type) {
    String verb = call.method();
    return verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT) + type.label() + "Operation";
  }

  private void store(ArmId id, @Nullable JsonNode body, boolean working) {
    if (!(body instanceof ObjectNode resource)) {
      throw new IllegalStateException("An answer that stores something needs a resource");
    }
    if (!id.isChild()) {
      PolicyTags.add(world, resource);
    }
    boolean busy = !world.running(id).isEmpty();
    if (working) {
      ProvisioningStateField.mark(resource, ProvisioningStateField.UPDATING);
    } else if (!busy) {
      ProvisioningStateField.mark(resource, ProvisioningStateField.SUCCEEDED);
    }
    world.resources().put(id, resource);
    if (working && id.isChild()) {
      world
          .resources()
          .changeQuietly(
              id.root(),
              root -> ProvisioningStateField.markOnly(root, ProvisioningStateField.UPDATING));
    }
  }

  /** A write replaces an earlier one on the same resource that has not ended. */
  private void supersede(StoredOperation later) {
    for (RunningOperation earlier : world.running(later.job().target())) {
      StoredOperation stored = world.state().operations().get(earlier.operationId());
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
  private String region(ArmId id, OperationAnswer operationAnswer) {
    JsonNode body = operationAnswer.body();
    if (operationAnswer.stores() && body != null && body.path("location").isTextual()) {
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
