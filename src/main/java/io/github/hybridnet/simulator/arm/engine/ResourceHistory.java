package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What resources, or groups, were like during the last minutes while no operation changed them. A
 * copy that lags behind shows that.
 */
final class ResourceHistory {
  /** Longer than anything lags behind. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final Set<String> CHANGING =
      Set.of(ProvisioningStateField.UPDATING, ProvisioningStateField.DELETING);

  private final Map<String, Deque<Version>> versions = new HashMap<>();
  private boolean begun;

  /** How something is since an instant; null while it is absent. */
  private record Version(Instant since, @Nullable ObjectNode body) {}

  /** Notes how everything is now; the first time it counts as having always been so. */
  void look(Map<String, ObjectNode> table, Instant now) {
    Set<String> keys = new HashSet<>(versions.keySet());
    keys.addAll(table.keySet());
    for (String key : keys) {
      Deque<Version> known = versions.computeIfAbsent(key, absent -> begin(table.get(key)));
      ObjectNode body = table.get(key);
      if (!isChanging(body) && isAnother(known.getLast().body(), body)) {
        known.addLast(new Version(now, body));
      }
      forget(known, now.minus(KEPT));
    }
    versions.values().removeIf(known -> known.size() == 1 && known.getLast().body() == null);
    begun = true;
  }

  /** Forgets everything. */
  void clear() {
    versions.clear();
    begun = false;
  }

  boolean hasBegun() {
    return begun;
  }

  Set<String> keys() {
    return Set.copyOf(versions.keySet());
  }

  /** How something was at an instant; empty if it was absent, or if nothing is known of it. */
  Optional<ObjectNode> at(String key, Instant instant) {
    Version found = null;
    for (Version version : versions.getOrDefault(key, new ArrayDeque<>())) {
      if (!version.since().isAfter(instant)) {
        found = version;
      }
    }
    return found == null ? Optional.empty() : Optional.ofNullable(found.body());
  }

  /** Whether an operation changes it. */
  static boolean isChanging(@Nullable JsonNode resource) {
    return resource != null && CHANGING.contains(ProvisioningStateField.of(resource));
  }

  // What is stored is never changed, only replaced.
  @SuppressWarnings("ReferenceEquality")
  static boolean isAnother(@Nullable ObjectNode one, @Nullable ObjectNode other) {
    return one != other;
  }

  private Deque<Version> begin(@Nullable ObjectNode body) {
    Deque<Version> first = new ArrayDeque<>();
    first.add(new Version(Instant.MIN, begun ? null : body));
    return first;
  }

  private static void forget(Deque<Version> known, Instant before) {
    while (known.size() > 1) {
      Version oldest = known.removeFirst();
      if (known.getFirst().since().isAfter(before)) {
        known.addFirst(oldest);
        return;
      }
    }
  }
}
