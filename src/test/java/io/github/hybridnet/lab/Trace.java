package io.github.hybridnet.lab;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which way packets go. */
final class Trace {
  private static final Pattern HOP = Pattern.compile("\\s*\\d+\\s+(\\S+).*");

  private Trace() {}

  /** The hops from a namespace to an address; {@code *} where one did not answer. */
  static List<String> hops(Namespaces namespaces, String from, String to)
      throws IOException, InterruptedException {
    String output =
        Programs.demand(
            namespaces.in(from, "traceroute", "-n", "-q1", "-w0.3", "-N8", "-m8", to), Map.of());
    return output
        .lines()
        .map(HOP::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
