package io.github.hybridnet.maven;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The name of the machine that Maven runs on, for people who find its drill from another one. */
final class MachineName {
  private MachineName() {}

  /**
   * The name that the environment gives, or the host name.
   *
   * @param environment the environment variables
   */
  static String in(Map<String, String> environment) {
    return Stream.of("HOSTNAME", "COMPUTERNAME", "HOST")
        .map(environment::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(MachineName::hostName);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed machine";
    }
  }
}
