package io.github.hybridnet.drill.probe;

import java.util.Locale;

/** The systems whose programs are called differently. */
enum OperatingSystem {
  LINUX,
  MAC,
  WINDOWS,
  OTHER;

  /** By the name that Java has for it. */
  static OperatingSystem named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    if (lower.startsWith("mac")) {
      return MAC;
    }
    return lower.startsWith("linux") ? LINUX : OTHER;
  }
}
