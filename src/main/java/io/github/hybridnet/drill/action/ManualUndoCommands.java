package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The commands of the Azure CLI that restore ExpressRoute by hand. */
final class ManualUndoCommands {
  private static final String VERSION = query(ApiVersion.NETWORK_BY_HAND);

  private ManualUndoCommands() {}

  static List<String> enablePeering(ResourceKey peering, boolean keyed) {
    String key =
        keyed
            ? ". If the routers use an MD5 key for this peering, set properties.sharedKey to it:"
                + " Azure does not show it"
            : "";
    return List.of(
        "az rest --method get --url \""
            + peering.id()
            + VERSION
            + "\" --output json > peering.json",
        "(in peering.json set properties.state to Enabled" + key + ")",
        "az rest --method put --url \"" + peering.id() + VERSION + "\" --body @peering.json");
  }

  static List<String> createConnection(DeclaredResource connection) {
    return List.of(
        "az rest --method put --url \""
            + connection.key().id()
            + VERSION
            + "\" --body '"
            + json(connection.body())
            + "'");
  }

  static List<String> stopSiteTest(DrillTarget target, String location) {
    return List.of(
        "az rest --method post --url \""
            + target.expressRoute().gateway().id()
            + "/stopSiteFailoverTest"
            // Older versions have no site failover tests.
            + query(ApiVersion.NETWORK)
            + "\" --body '"
            + json(Map.of("peeringLocation", location, "wasSimulationSuccessful", false))
            + "'");
  }

  private static String query(ApiVersion version) {
    return "?api-version=" + version.text();
  }

  private static String json(Object value) {
    if (value instanceof Secret) {
      return "\"<authorization key>\"";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> quoted(String.valueOf(e.getKey())) + ": " + json(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(ManualUndoCommands::json)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : quoted(value.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "'\\''") + '"';
  }
}
