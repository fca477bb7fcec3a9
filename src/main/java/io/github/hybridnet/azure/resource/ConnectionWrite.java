package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is written. Its key goes into the request that creates it; later requests to the
 * connection do not change the key, which has an address of its own, and an unchanged connection
 * that is written again may never be reported as finished. An ExpressRoute connection has no key.
 *
 * @param body what is written to the connection, or null when it is not written
 * @param newKey what its key is set to afterwards, or null when that stays
 */
record ConnectionWrite(@Nullable Map<String, Object> body, @Nullable Secret newKey) {
  private static final String KEY_PATH = "properties.sharedKey";

  static ConnectionWrite of(ResourceChange resourceChange, Map<String, Object> body) {
    ActualResource actual = resourceChange.actual();
    if (isExpressRoute(body)) {
      return new ConnectionWrite(BodyMerge.without(body, Set.of(KEY_PATH)), null);
    }
    if (actual == null) {
      return new ConnectionWrite(body, null);
    }
    Secret declared = key(body);
    Secret standing = key(actual.body());
    List<String> paths =
        resourceChange.differences().stream().map(PropertyDifference::path).toList();
    boolean keyOnly = !paths.isEmpty() && paths.stream().allMatch(KEY_PATH::equals);
    return new ConnectionWrite(
        keyOnly ? null : withKey(body, standing), paths.contains(KEY_PATH) ? declared : null);
  }

  private static boolean isExpressRoute(Map<String, Object> body) {
    return JsonTree.text(JsonTree.object(body, "properties"), "connectionType")
        .filter("ExpressRoute"::equalsIgnoreCase)
        .isPresent();
  }

  private static @Nullable Secret key(Map<String, Object> body) {
    return JsonTree.object(body, "properties").get("sharedKey") instanceof Secret key ? key : null;
  }

  /** The body with the key that stands, so that the write leaves the key alone. */
  private static Map<String, Object> withKey(Map<String, Object> body, @Nullable Secret standing) {
    Map<String, Object> properties = new LinkedHashMap<>(JsonTree.object(body, "properties"));
    if (standing == null) {
      properties.remove("sharedKey");
    } else {
      properties.put("sharedKey", standing);
    }
    Map<String, Object> written = new LinkedHashMap<>(body);
    written.put("properties", properties);
    return written;
  }
}
