package io.github.hybridnet.drill.path;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PathReading.Routing;
import java.time.Duration;
import java.util.List;

/** Readings of both paths, by what differs from a healthy network. */
record Readings(
    int seconds, String connection, int peers, String prefixes, String peering, String vpn) {
  static final String UNREAD = "unread";

  static PathReading healthy() {
    return new Readings(0, "Connected", 2, "192.168.0.0/16", "Enabled", "Connected").reading();
  }

  PathReading reading() {
    boolean known = !prefixes.equals(UNREAD);
    List<String> learned = known ? words(prefixes) : List.of();
    Path expressRoute =
        new Path(
            state(),
            connection.equals("silent") ? PathReading.UNKNOWN : connection,
            peers,
            learned,
            0,
            0,
            new Routing(known, List.of()));
    Path over = new Path("Succeeded", vpn, 0, List.of("192.168.0.0/16"), 0, 0);
    return new PathReading(Duration.ofSeconds(seconds), expressRoute, over, peering);
  }

  private String state() {
    return switch (connection) {
      case PathReading.ABSENT, PathReading.UNKNOWN -> connection;
      default -> "Succeeded";
    };
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /** A reading in which the connections counted. */
  static PathReading counted(int seconds, long expressRoute, long vpn) {
    return new PathReading(
        Duration.ofSeconds(seconds), counting(expressRoute), counting(vpn), "Disabled");
  }

  private static Path counting(long bytes) {
    return new Path("Succeeded", "Connected", 0, List.of(), bytes, bytes);
  }
}
