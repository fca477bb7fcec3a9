package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of a resource group or a resource, as {@code {scope}/providers/Microsoft.Resources/tags/
 * default}. They are read and written at their owner, with all its checks.
 */
final class TagRoutes implements PlatformEndpoint {
  private static final List<String> SUFFIX =
      List.of("providers", "Microsoft.Resources", "tags", "default");

  /** A version that every owner of tags knows. */
  private static final int MOST = 50;

  @Override
  public Optional<ServerResponse> serve(World world, ArmCall call) {
    int scope = call.size() - SUFFIX.size();
    if (scope < 2
        || !String.join("/", call.from(scope)).equalsIgnoreCase(String.join("/", SUFFIX))) {
      return Optional.empty();
    }
    ArmId owner =
        ArmId.parse("/" + String.join("/", call.from(0).subList(0, scope)))
            .orElseThrow(call::unknown);
    if (scope == 2) {
      throw DeploymentErrors.notSimulated("the tags of a subscription");
    }
    return Optional.of(serve(world, call, owner));
  }

  private static ServerResponse serve(World world, ArmCall call, ArmId owner) {
    ServerResponse read = world.send("GET", owner.toString(), World.API_VERSION, null);
    if (read.status() != 200) {
      return read;
    }
    JsonNode found = read.body().orElseThrow();
    ArmId id = ArmId.parse(found.path("id").asText()).orElse(owner);
    JsonNode tags = found.path("tags");
    ObjectNode before = tags.isObject() ? tags.deepCopy() : JsonCodec.object();
    return switch (call.method()) {
      case "GET" -> ServerResponse.json(200, show(id, before));
      case "PUT" -> write(world, id, sent(call), false);
      case "PATCH" -> write(world, id, patched(before, call), false);
      case "DELETE" -> write(world, id, JsonCodec.object(), true);
      default -> throw call.wrongMethod();
    };
  }

  private static ServerResponse write(World world, ArmId owner, ObjectNode tags, boolean deleted) {
    if (tags.size() > MOST) {
      throw ArmErrors.invalidRequestContent("a resource can have " + MOST + " tags, not more");
    }
    ObjectNode body = JsonCodec.object();
    body.set("tags", tags);
    ServerResponse written = world.send("PATCH", owner.toString(), World.API_VERSION, body);
    if (written.status() >= 300) {
      return written;
    }
    return deleted ? ServerResponse.empty(200) : ServerResponse.json(200, show(owner, tags));
  }

  private static ObjectNode patched(ObjectNode before, ArmCall call) {
    JsonNode body = call.body();
    String operation =
        body == null ? "" : body.path("operation").asText("").toLowerCase(Locale.ROOT);
    ObjectNode sent = sent(call);
    return switch (operation) {
      case "replace" -> sent;
      case "merge" -> merged(before, sent);
      case "delete" -> without(before, sent);
      default ->
          throw ArmErrors.invalidRequestContent("'operation' must be Merge, Replace or Delete");
    };
  }

  /** Names of tags are compared without regard to case, their values with it. */
  private static ObjectNode merged(ObjectNode before, ObjectNode sent) {
    ObjectNode tags = before.deepCopy();
    for (Map.Entry<String, JsonNode> tag : sent.properties()) {
      tags.properties().removeIf(present -> present.getKey().equalsIgnoreCase(tag.getKey()));
      tags.set(tag.getKey(), tag.getValue());
    }
    return tags;
  }

  private static ObjectNode without(ObjectNode before, ObjectNode sent) {
    ObjectNode tags = before.deepCopy();
    for (Map.Entry<String, JsonNode> tag : sent.properties()) {
      String value = tag.getValue().asText("");
      tags.properties()
          .removeIf(
              present ->
                  present.getKey().equalsIgnoreCase(tag.getKey())
                      && (value.isEmpty() || value.equals(present.getValue().asText())));
    }
    return tags;
  }

  private static ObjectNode sent(ArmCall call) {
    JsonNode body = call.body();
    JsonNode tags = body == null ? JsonCodec.object() : body.path("properties").path("tags");
    if (tags instanceof ObjectNode object) {
      return object;
    }
    throw ArmErrors.invalidRequestContent(
        "Required property 'tags' not found in JSON. Path 'properties'");
  }

  private static ObjectNode show(ArmId owner, ObjectNode tags) {
    ObjectNode shown = JsonCodec.object();
    shown.put("id", owner + "/" + String.join("/", SUFFIX));
    shown.put("name", "default").put("type", "Microsoft.Resources/tags");
    shown.putObject("properties").set("tags", tags);
    return shown;
  }
}
