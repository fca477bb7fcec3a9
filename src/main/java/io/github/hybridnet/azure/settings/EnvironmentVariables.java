package io.github.hybridnet.azure.settings;

import io.github.hybridnet.model.UnreplacedVariable;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the environment for signing in: without spaces and line breaks around a value, and an empty
 * value is none.
 *
 * @param all the variables
 */
public record EnvironmentVariables(Map<String, String> all) {
  /** Copies the map, which cannot be changed afterwards. */
  public EnvironmentVariables {
    all = Map.copyOf(all);
  }

  /** Without the variables, some of which are secret. */
  @Override
  public String toString() {
    return "EnvironmentVariables[" + all.size() + "]";
  }

  /**
   * The value of a variable, empty where it has none.
   *
   * @throws io.github.hybridnet.text.UserException HN3060 when it cannot be meant so
   */
  public Optional<String> value(String name) {
    String value = all.getOrDefault(name, "").strip();
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw SignInSettingsProblems.controlCharacter(name);
    }
    if (UnreplacedVariable.is(value)) {
      throw SignInSettingsProblems.unreplaced(name, value);
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The same with its source. */
  public Optional<SourcedValue> sourced(String name) {
    return value(name).map(value -> new SourcedValue(value, "environment " + name));
  }

  /** The value of the first of these variables that has one, with its source. */
  public Optional<SourcedValue> first(String... names) {
    for (String name : names) {
      Optional<SourcedValue> found = sourced(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a variable has a value. */
  public boolean has(String name) {
    return value(name).isPresent();
  }
}
