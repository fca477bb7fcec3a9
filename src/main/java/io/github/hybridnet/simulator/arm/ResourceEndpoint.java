package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceType.SubCall;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Response;
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

  /** Serves {@code …/resourceGroups/{group}/providers/{path}}. */
  Response serve(ArmId group, List<String> path) {
    Target read = Target.read(world.types(), group, path, call.apiVersion());
    Target target = canonical(read);
    if (target.collection()) {
      return collection(target);
    }
    if (!target.rest().isEmpty()) {
      return call(target);
    }
    return switch (call.method()) {
      case "GET" -> get(target);
      case "PUT", "PATCH", "DELETE" -> write(target);
      default -> {
        // HEAD asks whether it exists: the service says 404 if not, and refuses to say yes.
        existing(target.id());
        throw call.wrongMethod();
      }
    };
  }

  /** Names keep the case in which the resource and its group were created. */
  private Target canonical(Target target) {
    ObjectNode group =
        world
            .group(target.id())
            .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(target.id().resourceGroup()));
    ArmId spelled =
        target.id().isResource()
            ? world
                .resources()
                .stored(target.id())
                .flatMap(found -> ArmId.parse(found.path("id").asText()))
                .orElseGet(
                    () ->
                        target
                            .id()
                            .spelled(
                                world.types().find(target.id().type()).orElseThrow().name(),
                                group.path("name").asText()))
            : ArmId.group(target.id().subscription(), group.path("name").asText());
    return new Target(target.type(), spelled, target.rest(), target.collection());
  }

  private Response get(Target target) {
    ObjectNode found = stored(target.id());
    Look look = new Look(Occasion.READ, call.apiVersion(), world.now());
    Response response = world.views().one(target.type(), found, look);
    return target.type().etagHeader() ? response.with("ETag", Etags.of(found)) : response;
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

  private Response collection(Target target) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    Look look = new Look(Occasion.LISTED, call.apiVersion(), world.now());
    return world.views().list(target.type(), members(target), look);
  }

  private List<ObjectNode> members(Target target) {
    if (!target.id().isResource()) {
      return world.resources().storedInGroup(target.id(), target.type().name());
    }
    String property = target.type().inlineCollection().orElseThrow();
    List<ObjectNode> children = new ArrayList<>();
    for (JsonNode child : stored(target.id()).path("properties").path(property)) {
      children.add((ObjectNode) child);
    }
    return children;
  }

  private Response write(Target target) {
    ArmOperation operation = target.type().operation(call.method()).orElseThrow(call::wrongMethod);
    Preconditions preconditions = new Preconditions(world, call);
    preconditions.group(target.id());
    Optional<ObjectNode> existing = world.resources().find(target.id());
    if (existing.isEmpty() && call.method().equals("DELETE")) {
      return Response.empty(204);
    }
    if (existing.isEmpty() && call.method().equals("PATCH")) {
      existing(target.id());
    }
    ArmRequest request =
        new ArmRequest(world, target.id(), call.toCall(), existing.orElse(null), Map.of());
    preconditions.etag(request);
    if (call.method().equals("PUT")) {
      preconditions.put(target.type(), request);
    }
    Optional<StoredOperation> deletion = preconditions.deletion(target.id());
    if (deletion.isPresent()) {
      return again(target, deletion.get());
    }
    return new Acceptance(world, call).run(operation, target.type(), "", request);
  }

  /** A second DELETE is answered with the operation of the first. */
  private Response again(Target target, StoredOperation deletion) {
    String region = existing(target.id().root()).path("location").asText("global");
    Response response = Headers.links(Response.empty(202), call, deletion, region);
    return Headers.retryAfter(response, world, deletion, Headers.POLL_SECONDS);
  }

  private Response call(Target target) {
    boolean known = false;
    for (SubCall candidate : target.type().calls()) {
      Optional<Map<String, String>> variables = PathPattern.match(candidate.path(), target.rest());
      if (variables.isPresent() && candidate.method().equals(call.method())) {
        ObjectNode resource = existing(target.id());
        ArmRequest request =
            new ArmRequest(world, target.id(), call.toCall(), resource, variables.get());
        return new Acceptance(world, call)
            .run(candidate.operation(), target.type(), candidate.path(), request);
      }
      known |= variables.isPresent();
    }
    if (known) {
      throw call.wrongMethod();
    }
    TypeName asked = target.type().name().child(String.join("/", target.rest()));
    throw ArmErrors.invalidResourceType(asked, call.apiVersion());
  }
}
