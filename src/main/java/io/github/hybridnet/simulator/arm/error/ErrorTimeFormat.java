package io.github.hybridnet.simulator.arm.error;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as Azure writes them in the texts of errors, in UTC. */
public final class ErrorTimeFormat {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

  private ErrorTimeFormat() {}

  /** For example {@code 3/1/2026 4:05:06 PM}. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }
}
