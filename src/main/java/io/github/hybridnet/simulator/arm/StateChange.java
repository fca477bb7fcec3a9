package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state that changed.
 *
 * @param at simulated time
 * @param kind what changed
 * @param subject what it belongs to
 * @param before the earlier state; null if there was none
 * @param after the state now; null if there is none any more
 * @param details further members of the event
 */
public record StateChange(
    Instant at,
    Kind kind,
    Subject subject,
    @Nullable String before,
    @Nullable String after,
    Map<String, JsonNode> details) {

  /** Copies the map, which cannot be changed afterwards. */
  public StateChange {
    details = Map.copyOf(details);
  }

  /** The kind of object that changes. */
  public enum Kind {
    RESOURCE_CREATED("resourceCreated"),
    RESOURCE_CHANGED("resourceChanged"),
    RESOURCE_DELETED("resourceDeleted"),
    PROVIDER_STATE("providerState"),
    CONNECTION_STATUS("connectionStatus"),
    PATH_CHANGED("pathChanged"),
    OPERATION_STARTED("operationStarted"),
    OPERATION_ENDED("operationEnded");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A resource, and the operation on it that began or ended.
   *
   * @param type the resource's type
   * @param id the resource's id
   * @param operation the operation; null if it is not about one
   * @param error the code of the error with which the operation ended; null for none
   */
  public record Subject(
      String type, String id, @Nullable RunningOperation operation, @Nullable String error) {}
}
