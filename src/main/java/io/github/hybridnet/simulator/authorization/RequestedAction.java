package io.github.hybridnet.simulator.authorization;

import io.github.hybridnet.simulator.arm.ArmCall;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a request wants to do, in the words of role definitions.
 *
 * @param action such as {@code Microsoft.Network/virtualNetworks/subnets/write}
 * @param scope the id of what it is done to
 */
record RequestedAction(String action, String scope) {
  private static final String PROVIDERS = "providers";
  private static final String SHARED_KEY = "/connections/sharedkey";
  private static final Pattern ROUTER_TABLES =
      Pattern.compile(
          "(?i)/expressRouteCircuits/peerings/(arpTables|routeTables|routeTablesSummary)");

  /** Reads a request's method and path. */
  static RequestedAction of(ArmCall call) {
    List<String> path = call.from(0);
    int last = lastProvider(path);
    String namespace = last < 0 ? "Microsoft.Resources" : segment(path, last + 1);
    List<String> named = path.subList(Math.min(path.size(), last < 0 ? 0 : last + 2), path.size());
    String types =
        IntStream.range(0, named.size())
            .filter(place -> place % 2 == 0)
            .mapToObj(named::get)
            .map(type -> "/" + type)
            .collect(Collectors.joining());
    boolean whole = named.size() % 2 == 0;
    // What follows the last name is a collection, or what is done: neither is a scope.
    List<String> scope = path.subList(0, path.size() - (whole ? 0 : 1));
    return new RequestedAction(namespace + types + "/" + verb(call, types), scope(scope));
  }

  /** A collection of a provider is in the scope that holds it. */
  private static String scope(List<String> path) {
    int size = path.size();
    boolean open = size >= 2 && path.get(size - 2).equalsIgnoreCase(PROVIDERS);
    return "/" + String.join("/", path.subList(0, open ? size - 2 : size));
  }

  /**
   * Two exceptions: to get a key is an action (public report, ALZ-PowerShell-Module issue 402), and
   * to ask a circuit's routers is to read (list of operations, 2024).
   */
  private static String verb(ArmCall call, String types) {
    return switch (call.method()) {
      case "GET", "HEAD" -> types.equalsIgnoreCase(SHARED_KEY) ? "action" : "read";
      case "DELETE" -> "delete";
      case "POST" -> ROUTER_TABLES.matcher(types).matches() ? "read" : "action";
      default -> "write";
    };
  }

  private static int lastProvider(List<String> path) {
    int last = -1;
    for (int i = 2; i < path.size(); i += 2) {
      if (path.get(i).equalsIgnoreCase(PROVIDERS)) {
        last = i;
      }
    }
    return last;
  }

  private static String segment(List<String> path, int place) {
    return place < path.size() ? path.get(place) : "";
  }

  boolean deletes() {
    return action.endsWith("/delete");
  }

  /** Whether this is at a scope or inside it. */
  boolean isWithin(String other) {
    return isWithin(scope, other);
  }

  /** Whether one scope is another, or inside it. */
  static boolean isWithin(String inner, String outer) {
    String in = inner.toLowerCase(Locale.ROOT);
    String out = outer.toLowerCase(Locale.ROOT);
    return in.equals(out) || in.startsWith(out + "/");
  }
}
