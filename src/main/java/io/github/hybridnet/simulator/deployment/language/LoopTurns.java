package io.github.hybridnet.simulator.deployment.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The loops around an expression, with the turn that each is at.
 *
 * @param turns by name in lower case; the resource's own loop is also there under no name
 */
public record LoopTurns(Map<String, Integer> turns) {
  /** The turns outside of every loop. */
  public static final LoopTurns NONE = new LoopTurns(Map.of());

  /** The name under which the loop of a resource is found without its name. */
  private static final String RESOURCE = "";

  public LoopTurns {
    turns = Map.copyOf(turns);
  }

  /** Inside a loop of properties, variables or outputs. */
  LoopTurns inside(String name, int turn) {
    Map<String, Integer> all = new HashMap<>(turns);
    all.put(name.toLowerCase(Locale.ROOT), turn);
    return new LoopTurns(all);
  }

  /** Inside the loop of a resource. */
  public LoopTurns insideResource(String name, int turn) {
    return inside(name, turn).inside(RESOURCE, turn);
  }

  int index(String name) {
    Integer turn = turns.get(name.toLowerCase(Locale.ROOT));
    if (turn == null) {
      throw new TemplateException(
          name.equals(RESOURCE)
              ? "The template function 'copyIndex' is not expected at this location. The function"
                  + " can only be used in a resource with copy specified. Please see"
                  + " https://aka.ms/arm-copy for usage details."
              : "The template function 'copyIndex' has an invalid argument. The provided copy name"
                  + " '%s' doesn't exist in the resource. Please see https://aka.ms/arm-copy for"
                      .formatted(name)
                  + " usage details.");
    }
    return turn;
  }
}
