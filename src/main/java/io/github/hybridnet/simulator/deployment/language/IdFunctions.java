package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/** Functions that compose ids of resources. */
final class IdFunctions {

  private IdFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("resourceId", IdFunctions::resourceId);
    functions.put("subscriptionResourceId", IdFunctions::subscriptionResourceId);
    functions.put("tenantResourceId", call -> new Parts(call, 0).below(""));
    functions.put("extensionResourceId", IdFunctions::extensionResourceId);
  }

  private static JsonNode resourceId(FunctionArguments call) {
    Parts parts = new Parts(call, 2);
    List<String> before = parts.before();
    String subscription =
        before.size() > 1
            ? before.get(0)
            : call.scope().subscription().path("subscriptionId").asText();
    String group =
        before.isEmpty()
            ? call.scope().resourceGroup().path("name").asText()
            : before.get(before.size() - 1);
    return parts.below("/subscriptions/" + subscription + "/resourceGroups/" + group);
  }

  private static JsonNode subscriptionResourceId(FunctionArguments call) {
    Parts parts = new Parts(call, 1);
    String subscription =
        parts.before().isEmpty()
            ? call.scope().subscription().path("subscriptionId").asText()
            : parts.before().get(0);
    return parts.below("/subscriptions/" + subscription);
  }

  private static JsonNode extensionResourceId(FunctionArguments call) {
    List<String> all = call.atLeast(3).values().stream().map(TemplateValues::text).toList();
    return new Parts(call, all.subList(1, all.size()), 0).below(all.get(0));
  }

  /** The arguments: what comes before the type, the type, and one name for each of its segments. */
  private static final class Parts {
    private final FunctionArguments call;
    private final List<String> all;
    private final int type;

    Parts(FunctionArguments call, int mostBefore) {
      this(call, call.atLeast(2).values().stream().map(TemplateValues::text).toList(), mostBefore);
    }

    Parts(FunctionArguments call, List<String> all, int mostBefore) {
      this.call = call;
      this.all = all;
      int place = 0;
      while (place < all.size() && !all.get(place).contains("/")) {
        place++;
      }
      if (place > mostBefore || place == all.size()) {
        throw call.refused(
            "the type of the resource is missing, for example 'Microsoft.Network/x'");
      }
      this.type = place;
    }

    List<String> before() {
      return all.subList(0, type);
    }

    JsonNode below(String scope) {
      String[] segments = all.get(type).split("/");
      List<String> names = all.subList(type + 1, all.size());
      if (names.size() != segments.length - 1) {
        throw call.refused(
            "the type '%s' requires '%d' resource name argument(s)"
                .formatted(all.get(type), segments.length - 1));
      }
      StringBuilder id = new StringBuilder(scope).append("/providers/").append(segments[0]);
      for (int i = 0; i < names.size(); i++) {
        call.budget().room(id.length() + (long) names.get(i).length());
        id.append('/').append(segments[i + 1]).append('/').append(names.get(i));
      }
      return TextNode.valueOf(id.toString());
    }
  }
}
