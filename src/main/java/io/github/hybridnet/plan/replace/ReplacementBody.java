package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A resource that is removed and made anew. It keeps its tags and what of its properties is other
 * people's and fits its new form; the rest of what was not declared would be refused by Azure in
 * some new form, at a time when the old form is gone already, and is lost.
 */
public final class ReplacementBody {
  private static final Set<String> OF_CLIENTS = Set.of("vpnClientConfiguration", "customRoutes");

  /** What both ends of a connection agreed on. */
  private static final Set<String> AGREED =
      Set.of(
          "routingWeight",
          "dpdTimeoutSeconds",
          "ipsecPolicies",
          "usePolicyBasedTrafficSelectors",
          "trafficSelectorPolicies",
          "connectionMode",
          "expressRouteGatewayBypass");

  /** What every resource of these types has, without anybody having chosen it. */
  private static final Set<String> OF_NO_CONSEQUENCE =
      Set.of("sharedKey", "provisioningState", "resourceGuid", "sku", "ipConfigurations");

  private ReplacementBody() {}

  /** The body that is written: the declared one with what is kept. */
  public static Map<String, Object> body(ResourceChange resourceChange) {
    Map<String, Object> body = new LinkedHashMap<>(resourceChange.declared().body());
    ActualResource actual = resourceChange.actual();
    if (actual == null) {
      return body;
    }
    Map<String, Object> tags = new TreeMap<>(ResourceBody.map(actual.body().get("tags")));
    tags.putAll(ResourceBody.map(body.get("tags")));
    if (!tags.isEmpty()) {
      body.put("tags", tags);
    }
    Map<String, Object> properties =
        new LinkedHashMap<>(resourceChange.declared().properties().members());
    actual
        .properties()
        .members()
        .forEach(
            (name, value) -> {
              if (keeps(resourceChange, actual, name)) {
                properties.putIfAbsent(name, value);
              }
            });
    body.put("properties", properties);
    return body;
  }

  /**
   * The actual properties that are not declared and are lost; those without content are not named.
   */
  public static List<String> lost(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    if (resourceChange.action() != ResourceChange.Action.REPLACE || actual == null) {
      return List.of();
    }
    return undeclared(resourceChange.declared(), actual)
        .filter(name -> !keeps(resourceChange, actual, name))
        .sorted()
        .toList();
  }

  /** The actual properties that somebody chose and that are not declared. */
  private static Stream<String> undeclared(DeclaredResource resource, ActualResource actual) {
    ConnectivityPath connectivityPath = ConnectivityPath.of(actual.body());
    Set<String> declared = resource.properties().members().keySet();
    return actual.properties().members().entrySet().stream()
        .filter(e -> !declared.contains(e.getKey()) && hasContent(e.getValue()))
        .filter(e -> !OF_NO_CONSEQUENCE.contains(e.getKey()))
        .filter(e -> !ServiceDefaults.holds(connectivityPath, e.getKey(), e.getValue()))
        .map(Map.Entry::getKey);
  }

  /**
   * What exists and would not be there again if the resource were removed and made from its
   * declaration alone: tags and properties, by their paths. What the service gives to every
   * resource of the type is left out, and so is what has no content.
   */
  public static List<String> missing(DeclaredResource resource, ActualResource actual) {
    List<String> missing = new ArrayList<>();
    Map<String, Object> tags = ResourceBody.map(resource.body().get("tags"));
    ResourceBody.map(actual.body().get("tags")).keySet().stream()
        .filter(tag -> tags.keySet().stream().noneMatch(tag::equalsIgnoreCase))
        .forEach(tag -> missing.add("tags." + tag));
    undeclared(resource, actual).forEach(name -> missing.add("properties." + name));
    return missing.stream().sorted().toList();
  }

  private static boolean keeps(ResourceChange resourceChange, ActualResource actual, String name) {
    boolean sameWay =
        ConnectivityPath.of(resourceChange.declared().body()) == ConnectivityPath.of(actual.body());
    return sameWay
        && (AGREED.contains(name)
            || (OF_CLIENTS.contains(name) && takesClients(resourceChange.declared())));
  }

  /** Clients come to VPN gateways that are route-based and not of the smallest size. */
  private static boolean takesClients(DeclaredResource gateway) {
    return ConnectivityPath.of(gateway.body()) == ConnectivityPath.VPN
        && !gateway.properties().text("vpnType").equalsIgnoreCase("PolicyBased")
        && !gateway.properties().text("sku", "name").equalsIgnoreCase("Basic");
  }

  private static boolean hasContent(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(ReplacementBody::hasContent);
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return !(value instanceof String text && text.isBlank())
        && !(value instanceof Boolean on && !on)
        && !(value instanceof Number n && n.intValue() == 0);
  }
}
