package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.SubscriptionSetting;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.GlobPattern;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Writes that a policy or a quota forbids, as set by the simulator's owner. A deployment is refused
 * for it before anything is deployed.
 */
public final class WritePolicies {
  private static final SubscriptionSetting SETTING = new SubscriptionSetting("policies");
  private static final String VALUE = "value";

  private final World world;

  /** Those of a world. */
  public WritePolicies(World world) {
    this.world = world;
  }

  /**
   * The answer with which a policy refuses.
   *
   * @param status the HTTP status of a write
   * @param code the error code
   * @param message its text
   */
  public record Refusal(int status, String code, String message) {}

  /** Why a body must not be written; empty when it may. */
  public Optional<Refusal> refusal(ArmId id, JsonNode body) {
    return StreamSupport.stream(shown(world).path(VALUE).spliterator(), false)
        .filter(rule -> applies(rule, id, body))
        .findFirst()
        .map(rule -> refusal(rule, id));
  }

  private boolean applies(JsonNode rule, ArmId id, JsonNode body) {
    String name = String.join("/", id.names());
    return GlobPattern.of(rule.path("type").asText("*")).matches(id.type().toString())
        && GlobPattern.of(rule.path("name").asText("*")).matches(name)
        && !(isQuota(rule) && world.resources().find(id).isPresent())
        && forbidsValue(rule, body);
  }

  private static boolean forbidsValue(JsonNode rule, JsonNode body) {
    return !rule.has("path")
        || GlobPattern.of(rule.path("matches").asText("*"))
            .matches(body.at(rule.path("path").asText()).asText(""));
  }

  private static boolean isQuota(JsonNode rule) {
    return rule.has("code");
  }

  /** The text of a policy is that of public reports (Azure/azure-cli issue 32417). */
  private static Refusal refusal(JsonNode rule, ArmId id) {
    if (isQuota(rule)) {
      String code = rule.path("code").asText();
      return new Refusal(400, code, rule.path("message").asText(code));
    }
    String policy = rule.path("policy").asText("denied");
    return new Refusal(
        403,
        "RequestDisallowedByPolicy",
        ("Resource '%s' was disallowed by policy. Policy identifiers: '[{\"policyAssignment\":"
                + "{\"name\":\"%s\"},\"policyDefinition\":{\"name\":\"%s\"}}]'.")
            .formatted(id.name(), policy, policy));
  }

  /** Registers the admin calls on {@code policies}. */
  static void register(ModuleRegistry moduleRegistry) {
    SETTING.register(moduleRegistry, WritePolicies::shown, (world, body) -> read(body));
  }

  private static ObjectNode shown(World world) {
    ObjectNode none = JsonCodec.object();
    none.putArray(VALUE);
    return SETTING.find(world).orElse(none);
  }

  private static ObjectNode read(JsonNode body) {
    if (!body.path(VALUE).isArray()) {
      throw ArmErrors.invalidRequestContent("'value' must be a list of policies");
    }
    for (JsonNode rule : body.path(VALUE)) {
      String path = rule.path("path").asText("/");
      if (!rule.isObject() || !path.startsWith("/")) {
        throw ArmErrors.invalidRequestContent(
            "a policy is an object, and its 'path' begins with /");
      }
    }
    ObjectNode note = JsonCodec.object();
    note.set(VALUE, body.path(VALUE));
    return note;
  }
}
