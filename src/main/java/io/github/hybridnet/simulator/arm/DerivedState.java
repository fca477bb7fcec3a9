package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A state that is computed from the stored state and is not stored, such as the path of a network.
 * Its changes are events.
 *
 * @param kind the event
 * @param subject the resource that it belongs to
 * @param name distinguishes several derived states of one resource; may be empty
 * @param now how it is
 * @param absent how it is before its resource exists, and afterwards
 */
public record DerivedState(
    StateChange.Kind kind,
    StateChange.Subject subject,
    String name,
    DerivedValue now,
    DerivedValue absent) {

  /**
   * A state that follows from others.
   *
   * @param state in one word
   * @param details further members of the event
   */
  public record DerivedValue(String state, Map<String, JsonNode> details) {

    /** Copies the map, which cannot be changed afterwards. */
    public DerivedValue {
      details = Map.copyOf(details);
    }
  }

  public String key() {
    return kind + " " + subject.id() + " " + name;
  }
}
