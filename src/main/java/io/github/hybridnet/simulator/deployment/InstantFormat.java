package io.github.hybridnet.simulator.deployment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as Resource Manager writes them. */
final class InstantFormat {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private InstantFormat() {}

  static String text(Instant moment) {
    return FORMAT.format(moment);
  }
}
