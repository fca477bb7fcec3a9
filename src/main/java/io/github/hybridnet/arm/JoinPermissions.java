package io.github.hybridnet.arm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a resource joins by naming its id, which needs a right to the joined resource. Sources:
 * articles/vpn-gateway/roles-permissions.md,
 * articles/role-based-access-control/permissions/networking.md.
 */
public final class JoinPermissions {
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\\.Network/"
              + "([^/]+)/([^/]+)(/subnets/[^/]+)?/?",
          Pattern.CASE_INSENSITIVE);

  private static final List<ResourceType> JOINED =
      List.of(
          ResourceType.PUBLIC_IP,
          ResourceType.VIRTUAL_NETWORK,
          ResourceType.NETWORK_SECURITY_GROUP,
          ResourceType.CIRCUIT);

  private JoinPermissions() {}

  /**
   * The action that joining needs, by what is joined; of a subnet, by its network. A circuit for
   * which the body has an authorization key needs none: the key is the right, and who was given it
   * need not be able to read the circuit.
   */
  public static Map<ResourceKey, String> of(Map<String, Object> body) {
    Map<ResourceKey, String> joined = new LinkedHashMap<>();
    walk(body, joined);
    if (new ResourceBody(body).value("properties", "authorizationKey") != null) {
      joined.keySet().removeIf(key -> key.type() == ResourceType.CIRCUIT);
    }
    return joined;
  }

  private static void walk(Object value, Map<ResourceKey, String> joined) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) -> {
            if (name.equals("id") && member instanceof String id) {
              add(id, joined);
            } else {
              walk(member, joined);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(element -> walk(element, joined));
    }
  }

  private static void add(String id, Map<ResourceKey, String> joined) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return;
    }
    boolean subnet = matcher.group(5) != null;
    JOINED.stream()
        .filter(type -> type.armName().equalsIgnoreCase("Microsoft.Network/" + matcher.group(3)))
        .filter(type -> (type == ResourceType.VIRTUAL_NETWORK) == subnet)
        .forEach(
            type ->
                joined.put(
                    new ResourceKey(matcher.group(1), matcher.group(2), type, matcher.group(4)),
                    type.armName() + (subnet ? "/subnets" : "") + "/join/action"));
  }
}
