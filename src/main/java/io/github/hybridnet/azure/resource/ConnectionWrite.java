package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
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
  private static final String[] KEY = {"properties", "sharedKey"};

  static ConnectionWrite of(ResourceChange resourceChange, Map<String, Object> body) {
    ActualResource actual = resourceChange.actual();
    if (isExpressRoute(body)) {
      return new ConnectionWrite(BodyMerge.without(body, Set.of(KEY_PATH)), null);
    }
    if (actual == null) {
      return new ConnectionWrite(body, null);
    }
    Secret declared = key(body);
    Secret current = key(actual.body());
    List<String> paths =
        resourceChange.differences().stream().map(PropertyDifference::path).toList();
    boolean keyOnly = !paths.isEmpty() && paths.stream().allMatch(KEY_PATH::equals);
    return new ConnectionWrite(
        keyOnly ? null : withKey(body, current), paths.contains(KEY_PATH) ? declared : null);
  }

  private static boolean isExpressRoute(Map<String, Object> body) {
    return new ResourceBody(body)
        .text("properties", "connectionType")
        .equalsIgnoreCase("ExpressRoute");
  }

  private static @Nullable Secret key(Map<String, Object> body) {
    return new ResourceBody(body).secret(KEY).orElse(null);
  }

  /** The body with the actual key, so that the write does not change the key. */
  private static Map<String, Object> withKey(Map<String, Object> body, @Nullable Secret current) {
    ResourceBody all = new ResourceBody(body);
    return (current == null ? all.without(KEY) : all.with(current, KEY)).members();
  }
}
