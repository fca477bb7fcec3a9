package io.github.hybridnet.drill.probe;

import io.github.hybridnet.engine.process.ChildProcess;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the system's ping is called for one echo.
 *
 * @param system which system
 * @param program the program
 * @param address whom to ask
 */
record PingCommand(OperatingSystem system, Path program, InetAddress address) {

  /** The programs' names: macOS has one of its own for IPv6. */
  static String program(OperatingSystem system, InetAddress address) {
    return system == OperatingSystem.MAC && address instanceof Inet6Address ? "ping6" : "ping";
  }

  /**
   * The program and its arguments. A program that does not end in time is killed; it gets a time
   * limit too, so that it ends soon if this process is killed.
   */
  List<String> words(Duration timeout) {
    String ping = program.toString();
    String host = address.getHostAddress();
    boolean ipv6 = address instanceof Inet6Address;
    String millis = Long.toString(timeout.toMillis());
    return switch (system) {
      case WINDOWS -> List.of(ping, "-n", "1", "-w", millis, ipv6 ? "-6" : "-4", host);
      case MAC ->
          ipv6
              ? List.of(ping, "-n", "-c", "1", host)
              : List.of(ping, "-n", "-c", "1", "-W", millis, host);
      case LINUX -> {
        // Whole seconds: some versions know no fractions.
        String seconds = Long.toString((timeout.toMillis() + 999) / 1_000);
        yield List.of(ping, "-n", "-c", "1", "-W", seconds, ipv6 ? "-6" : "-4", host);
      }
      case OTHER -> List.of(ping, "-n", "-c", "1", host);
    };
  }

  /**
   * Whether it was answered. On Windows the status is 0 when a router answers that it knows no way;
   * only an answer of the host itself has a time to live, which IPv6 does not show.
   */
  boolean isAnswered(ChildProcess.ProcessResult ended) {
    boolean shownByTtl = system == OperatingSystem.WINDOWS && !(address instanceof Inet6Address);
    return ended.status() == 0 && (!shownByTtl || ended.output().contains("TTL="));
  }
}
