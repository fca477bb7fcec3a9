package io.github.hybridnet.config;

import org.jspecify.annotations.Nullable;

/** Finds the value behind a name: a Maven property or an environment variable. */
@FunctionalInterface
public interface ValueLookup {

  /** A lookup that has no value for any name. */
  ValueLookup NOTHING = name -> null;

  /** Whether what stands for that name is never shown, wherever it stands. */
  default boolean isHidden(String name) {
    return false;
  }

  /** Whether what stands for that name came from the environment. */
  default boolean isOfEnvironment(String name) {
    return false;
  }

  /** The value of that name, or null where there is none. */
  @Nullable String find(String name);
}
