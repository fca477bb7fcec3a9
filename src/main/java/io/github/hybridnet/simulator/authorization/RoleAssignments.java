package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.SubscriptionSetting;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What clients may do. They have the role that a variant gives them in the subscription, usually
 * that of an owner, until the simulator's owner sets something else.
 */
final class RoleAssignments {
  private static final SubscriptionSetting SETTING = new SubscriptionSetting("permissions");
  private static final String VALUE = "value";

  private final World world;
  private final ArmId subscription;

  RoleAssignments(World world) {
    this.world = world;
    this.subscription = SubscriptionSetting.subscription(world);
  }

  /**
   * A role that was given.
   *
   * @param scope where it holds, with everything inside
   * @param actions what it allows, with wildcards
   * @param notActions what of that it does not
   */
  record Assignment(String scope, List<String> actions, List<String> notActions) {

    boolean allows(String action) {
      return actions.stream().anyMatch(each -> matches(each, action))
          && notActions.stream().noneMatch(each -> matches(each, action));
    }

    ObjectNode shown() {
      ObjectNode shown = JsonCodec.object();
      actions.forEach(shown.putArray("actions")::add);
      notActions.forEach(shown.putArray("notActions")::add);
      return shown;
    }

    /** Whether an action matches a pattern in which {@code *} stands for any text. */
    private static boolean matches(String pattern, String action) {
      String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
      String text = action.toLowerCase(Locale.ROOT);
      if (parts.length == 1) {
        return text.equals(parts[0]);
      }
      int place = parts[0].length();
      String end = parts[parts.length - 1];
      if (!text.startsWith(parts[0]) || text.length() < place + end.length()) {
        return false;
      }
      for (int i = 1; i < parts.length - 1; i++) {
        int found = text.indexOf(parts[i], place);
        if (found < 0) {
          return false;
        }
        place = found + parts[i].length();
      }
      return text.endsWith(end) && text.length() - end.length() >= place;
    }
  }

  boolean allow(RequestedAction requestedAction) {
    return at(requestedAction.scope()).stream()
        .anyMatch(each -> each.allows(requestedAction.action()));
  }

  /** Those that hold at a scope. */
  List<Assignment> at(String scope) {
    return all().stream().filter(each -> RequestedAction.isWithin(scope, each.scope())).toList();
  }

  private JsonNode shown() {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray(VALUE);
    all().forEach(each -> value.add(each.shown().put("scope", each.scope())));
    return body;
  }

  /** Registers the admin calls on {@code permissions}. */
  static void register(ModuleRegistry moduleRegistry) {
    SETTING.register(
        moduleRegistry,
        world -> new RoleAssignments(world).shown(),
        (world, body) -> new RoleAssignments(world).read(body));
  }

  private ObjectNode read(JsonNode body) {
    if (!body.path(VALUE).isArray()) {
      throw ArmErrors.invalidRequestContent("'value' must be a list of assignments");
    }
    body.path(VALUE).forEach(this::check);
    ObjectNode note = JsonCodec.object();
    note.set(VALUE, body.path(VALUE));
    return note;
  }

  private List<Assignment> all() {
    Optional<ObjectNode> note = SETTING.find(world);
    List<Assignment> all = new ArrayList<>();
    if (note.isEmpty()) {
      String role = world.behaviour().variants().current().of(AzureVariant.IDENTITY);
      all.add(new Assignment(subscription.toString(), BuiltInRoles.actions(role), List.of()));
    } else {
      note.get().path(VALUE).forEach(each -> all.add(assignment(each)));
    }
    return all;
  }

  private Assignment assignment(JsonNode entry) {
    String scope = entry.path("scope").asText(subscription.toString());
    return new Assignment(scope, texts(entry, "actions"), texts(entry, "notActions"));
  }

  private void check(JsonNode entry) {
    Assignment read = assignment(entry);
    boolean scoped =
        ArmId.parse(read.scope())
            .filter(id -> id.subscription().equalsIgnoreCase(subscription.subscription()))
            .isPresent();
    if (!scoped) {
      throw ArmErrors.invalidRequestContent("'scope' is none of this subscription");
    }
    for (String member : List.of("actions", "notActions")) {
      JsonNode list = entry.path(member);
      boolean fits = list.isArray() && texts(entry, member).size() == list.size();
      if (!fits && !list.isMissingNode()) {
        throw ArmErrors.invalidRequestContent("'" + member + "' must be a list of texts");
      }
    }
  }

  private static List<String> texts(JsonNode entry, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : entry.path(member)) {
      if (each.isTextual()) {
        texts.add(each.asText());
      }
    }
    return texts;
  }
}
