package io.github.hybridnet.status;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status} shows of one resource.
 *
 * @param key which
 * @param state its provisioning state, {@code absent} or {@code not readable}
 * @param health what else says how it does, by the name of the fact
 * @param drift how it differs from its declaration
 * @param change the comparison with its declaration, or null where there is nothing to compare
 * @param failure why it could not be read, or null
 */
public record ResourceStatus(
    ResourceKey key,
    String state,
    Map<String, String> health,
    DriftState drift,
    @Nullable ResourceChange change,
    @Nullable CloudException failure) {

  /** Copies the map, which cannot be changed afterwards. */
  public ResourceStatus {
    health = Collections.unmodifiableMap(new LinkedHashMap<>(health));
  }

  /** A resource that does not exist. */
  static ResourceStatus absent(ResourceKey key, DriftState driftState) {
    return new ResourceStatus(key, "absent", Map.of(), driftState, null, null);
  }

  /** A resource that could not be read. */
  static ResourceStatus unreadable(ResourceKey key, CloudException failure) {
    return new ResourceStatus(key, "not readable", Map.of(), DriftState.UNREADABLE, null, failure);
  }

  /** In what it differs. */
  public List<PropertyDifference> differences() {
    return change == null ? List.of() : change.differences();
  }

  /** Declared secrets of which it is not known whether they differ. */
  public List<String> uncompared() {
    return change == null ? List.of() : change.uncompared();
  }
}
