package io.github.hybridnet.arm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a resource, as far as the resource itself says so. Only the service knows that: it comes
 * as facts beside the body.
 */
public final class ResourceUsers {
  /**
   * A virtual network's fact: a map for each subnet that is used, with its {@code name} and the
   * {@code users}, by their ids or, where there is none, by what they are.
   */
  public static final String SUBNETS = "subnetUsers";

  /** A security group's fact: the ids of subnets and network interfaces. */
  public static final String SECURITY_GROUP = "users";

  /**
   * A circuit's fact: a map for each authorization, with its {@code name}, {@code useStatus} and
   * the id of the {@code connection} that uses it.
   */
  public static final String AUTHORIZATIONS = "authorizations";

  /** A member of a circuit's {@code peerings}: the names of connections to other circuits. */
  public static final String GLOBAL_REACH = "globalReach";

  private ResourceUsers() {}

  /** The users of a virtual network's subnet. */
  public static List<String> ofSubnet(ActualResource network, String subnet) {
    List<String> users = new ArrayList<>();
    for (Map<String, Object> each : ResourceBody.maps(network.observed().get(SUBNETS))) {
      if (subnet.equalsIgnoreCase(String.valueOf(each.get("name")))) {
        users.addAll(texts(each.get("users")));
      }
    }
    return users;
  }

  public static List<String> ofSecurityGroup(ActualResource group) {
    return texts(group.observed().get(SECURITY_GROUP));
  }

  /** Whether any text inside is the id of this resource. */
  public static boolean refersTo(Object value, ResourceKey key) {
    return namesAny(value, List.of(key.id()));
  }

  /** Whether any text inside is one of these ids. */
  public static boolean namesAny(Object value, Collection<String> ids) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(v -> v != null && namesAny(v, ids));
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(v -> v != null && namesAny(v, ids));
    }
    return value instanceof String text && ids.stream().anyMatch(text::equalsIgnoreCase);
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
