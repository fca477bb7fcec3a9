package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ResourceType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each kind of resource is waited for. A time-out ends the wait only: the service goes on,
 * and the next run waits again.
 */
public final class OperationTimeouts {
  private final Map<ResourceType, Duration> write = new EnumMap<>(ResourceType.class);
  private final Map<ResourceType, Duration> delete = new EnumMap<>(ResourceType.class);

  /**
   * The limits that apply unless the user sets others. A gateway takes 17 to 71 minutes to create
   * and up to 18 to delete in recorded traffic, and Microsoft says "45 minutes or more"; clients
   * that gave up after 30 lost gateways that were then created.
   */
  public static OperationTimeouts standard() {
    return new OperationTimeouts();
  }

  /** The same limits with another one for writes of a kind of resource. */
  public OperationTimeouts withWrite(ResourceType type, Duration limit) {
    OperationTimeouts changed = copy();
    changed.write.put(type, limit);
    return changed;
  }

  /** The same limits with another one for removals of a kind of resource. */
  public OperationTimeouts withDelete(ResourceType type, Duration limit) {
    OperationTimeouts changed = copy();
    changed.delete.put(type, limit);
    return changed;
  }

  /** How long a creation or an update may take. */
  public Duration write(ResourceType type) {
    Duration usual =
        switch (type) {
          case VIRTUAL_NETWORK_GATEWAY -> Duration.ofMinutes(90);
          case CONNECTION, CIRCUIT, PEERING, AUTHORIZATION -> Duration.ofMinutes(30);
          default -> Duration.ofMinutes(15);
        };
    return write.getOrDefault(type, usual);
  }

  /** How long a removal may take. */
  public Duration delete(ResourceType type) {
    Duration usual =
        type == ResourceType.VIRTUAL_NETWORK_GATEWAY ? Duration.ofMinutes(120) : write(type);
    return delete.getOrDefault(type, usual);
  }

  private OperationTimeouts copy() {
    OperationTimeouts copy = new OperationTimeouts();
    copy.write.putAll(write);
    copy.delete.putAll(delete);
    return copy;
  }
}
