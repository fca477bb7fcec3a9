package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ResourceEtags;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition.SubCall;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.engine.ResourcePath;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.PathPattern;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources in a group: one of them, a collection, or a call on one of them. */
final class ResourceEndpoint {
  private final Transaction world;
  private final ArmCall call;

  ResourceEndpoint(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** Serves the requests below {@code …/resourceGroups/{group}/providers/{path}}. */
  ServerResponse serve(ArmId group, List<String> path) {
    ResourcePath read = ResourcePath.read(world.types(), group, path, call.apiVersion());
    ResourcePath resourcePath = canonical(read);
    if (resourcePath.collection()) {
      return collection(resourcePath);
    }
    if (!resourcePath.rest().isEmpty()) {
      return call(resourcePath);
    }
    return switch (call.method()) {
      case "GET" -> get(resourcePath);
      case "PUT", "PATCH", "DELETE" -> write(resourcePath);
      default -> {
        // HEAD asks whether it exists: the service says 404 if not, and refuses to say yes.
        existing(resourcePath.id());
        throw call.wrongMethod();
      }
    };
  }

  /** Names keep the case in which the resource and its group were created. */
  private ResourcePath canonical(ResourcePath resourcePath) {
    ObjectNode group =
        world
            .group(resourcePath.id())
            .orElseThrow(
                () -> PlacementErrors.resourceGroupNotFound(resourcePath.id().resourceGroup()));
    ArmId spelled =
        resourcePath.id().isResource()
            ? world
                .resources()
                .stored(resourcePath.id())
                .flatMap(found -> ArmId.parse(found.path("id").asText()))
                .orElseGet(
                    () ->
                        resourcePath
                            .id()
                            .spelled(
                                world.types().find(resourcePath.id().type()).orElseThrow().name(),
                                group.path("name").asText()))
            : ArmId.group(resourcePath.id().subscription(), group.path("name").asText());
    return new ResourcePath(
        resourcePath.type(), spelled, resourcePath.rest(), resourcePath.collection());
  }

  private ServerResponse get(ResourcePath resourcePath) {
    ObjectNode found = stored(resourcePath.id());
    ViewContext viewContext = ViewContext.of(Occasion.READ, call.apiVersion(), world);
    ServerResponse serverResponse = world.viewCache().one(resourcePath.type(), found, viewContext);
    return resourcePath.type().etagHeader()
        ? serverResponse.with("ETag", ResourceEtags.of(found))
        : serverResponse;
  }

  private ObjectNode existing(ArmId id) {
    return stored(id).deepCopy();
  }

  private ObjectNode stored(ArmId id) {
    if (id.isChild() && !world.resources().exists(id.root())) {
      throw ArmErrors.resourceNotFound(id.root());
    }
    return world
        .resources()
        .stored(id)
        .orElseThrow(() -> id.isChild() ? ArmErrors.notFound(id) : ArmErrors.resourceNotFound(id));
  }

  private ServerResponse collection(ResourcePath resourcePath) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    ViewContext viewContext = ViewContext.of(Occasion.LISTED, call.apiVersion(), world);
    return world.viewCache().list(resourcePath.type(), members(resourcePath), viewContext);
  }

  private List<ObjectNode> members(ResourcePath resourcePath) {
    if (!resourcePath.id().isResource()) {
      return world.resources().storedInGroup(resourcePath.id(), resourcePath.type().name());
    }
    String property = resourcePath.type().inlineCollection().orElseThrow();
    List<ObjectNode> children = new ArrayList<>();
    for (JsonNode child : stored(resourcePath.id()).path("properties").path(property)) {
      children.add((ObjectNode) child);
    }
    return children;
  }

  private ServerResponse write(ResourcePath resourcePath) {
    ArmOperation operation =
        resourcePath.type().operation(call.method()).orElseThrow(call::wrongMethod);
    WritePreconditions writePreconditions = new WritePreconditions(world, call);
    writePreconditions.group(resourcePath.id());
    Optional<ObjectNode> existing = world.resources().find(resourcePath.id());
    if (existing.isEmpty() && call.method().equals("DELETE")) {
      return ServerResponse.empty(204);
    }
    if (existing.isEmpty() && call.method().equals("PATCH")) {
      existing(resourcePath.id());
    }
    ResourceRequest request =
        new ResourceRequest(
            world, resourcePath.id(), read(resourcePath), existing.orElse(null), Map.of());
    writePreconditions.etag(request);
    if (call.method().equals("PUT")) {
      writePreconditions.put(resourcePath.type(), request);
    }
    Optional<StoredOperation> deletion = writePreconditions.deletion(resourcePath.id());
    if (deletion.isPresent()) {
      return again(resourcePath, deletion.get());
    }
    return new OperationExecutor(world, call).run(operation, resourcePath.type(), "", request);
  }

  private ResourceRequest.Call read(ResourcePath resourcePath) {
    return call.method().equals("PUT")
        ? call.toCall(resourcePath.type().bodies().read(call, world.behaviour().variants()))
        : call.toCall();
  }

  /** A second DELETE is answered with the operation of the first. */
  private ServerResponse again(ResourcePath resourcePath, StoredOperation deletion) {
    String region = existing(resourcePath.id().root()).path("location").asText("global");
    ServerResponse serverResponse =
        OperationHeaders.links(
            ServerResponse.empty(202), new LinkPolicy(world, call), deletion, region);
    return OperationHeaders.retryAfter(
        serverResponse, world, deletion, OperationHeaders.POLL_SECONDS);
  }

  private ServerResponse call(ResourcePath resourcePath) {
    boolean known = false;
    for (SubCall candidate : resourcePath.type().calls()) {
      Optional<Map<String, String>> variables =
          PathPattern.match(candidate.path(), resourcePath.rest());
      if (variables.isPresent() && candidate.method().equals(call.method())) {
        ObjectNode resource = existing(resourcePath.id());
        ResourceRequest request =
            new ResourceRequest(world, resourcePath.id(), call.toCall(), resource, variables.get());
        return new OperationExecutor(world, call)
            .run(candidate.operation(), resourcePath.type(), candidate.path(), request);
      }
      known |= variables.isPresent();
    }
    if (known) {
      throw call.wrongMethod();
    }
    throw ArmErrors.invalidCall(resourcePath.type().name(), call.apiVersion());
  }
}
