package io.github.hybridnet.replay.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the path of a request, or an id, says. Comparable paths are in lower case. */
final class RecordedPath {
  static final Pattern GROUP_PATH =
      Pattern.compile("(?i)(/subscriptions/[^/]+/resourcegroups/[^/]+)(/.*)?");
  private static final Pattern INSTANCE =
      Pattern.compile("(/subscriptions/[^/]+/resourcegroups/[^/]+/providers/[^/]+)/(.+)");
  private static final Pattern POLL =
      Pattern.compile("/(\\w*operations|operationresults|operationstatuses)/[^/]+$");
  private static final Pattern SLASHES = Pattern.compile("/+");

  private static final Set<String> SCOPE =
      Stream.concat(
              Stream.of(
                  "resourcegroups",
                  "subscriptions",
                  "providers",
                  "providers/microsoft.network",
                  "providers/microsoft.resources",
                  "microsoft.resources/deployments",
                  "microsoft.resources/tags"),
              Stream.of(
                      "virtualNetworks",
                      "publicIPAddresses",
                      "networkSecurityGroups",
                      "virtualNetworkGateways",
                      "localNetworkGateways",
                      "connections",
                      "expressRouteCircuits",
                      "expressRouteServiceProviders")
                  .map(type -> "microsoft.network/" + type.toLowerCase(Locale.ROOT)))
          .collect(Collectors.toUnmodifiableSet());

  private RecordedPath() {}

  /** The resource that a path is about or inside of, and its top-level resource. */
  record PathTarget(String resource, String top) {}

  /** The form in which paths are compared: lower case, no slash twice or at the end. */
  static String comparable(String path) {
    String once = SLASHES.matcher(path).replaceAll("/");
    return (once.endsWith("/") ? once.substring(0, once.length() - 1) : once)
        .toLowerCase(Locale.ROOT);
  }

  /** What identifies the address of an operation: its last two segments. */
  static String operation(String url) {
    String path = url.replaceFirst("^[A-Za-z]+://[^/]*", "").replaceFirst("[?#].*$", "");
    List<String> segments = List.of(comparable(path).split("/", -1));
    return String.join("/", segments.subList(Math.max(0, segments.size() - 2), segments.size()));
  }

  /** Whether the path is that of an operation. */
  static boolean isPoll(String path) {
    return POLL.matcher(comparable(path)).find();
  }

  /** Whether one path is the other one or below it; both comparable. */
  static boolean isWithin(String path, String outer) {
    return (path + "/").startsWith(outer + "/");
  }

  /** The resource type that a path is about, with a list or an action at the end. */
  static String type(String path) {
    List<String> segments = Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    List<String> lower = segments.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
    int providers = lower.lastIndexOf("providers");
    if (providers >= 0) {
      return provided(segments, providers + 1);
    }
    int groups = lower.indexOf("resourcegroups");
    if (groups >= 0) {
      return joined("resourceGroups", segments, groups + 2);
    }
    boolean subscription = !lower.isEmpty() && lower.get(0).equals("subscriptions");
    return subscription
        ? joined("subscriptions", segments, 2)
        : segments.stream().findFirst().orElse("");
  }

  private static String provided(List<String> segments, int namespace) {
    List<String> type = new ArrayList<>();
    if (segments.size() <= namespace + 1) {
      type.add("providers");
    }
    type.addAll(segments.subList(namespace, Math.min(namespace + 1, segments.size())));
    for (int i = namespace + 1; i < segments.size(); i += 2) {
      type.add(segments.get(i));
    }
    return String.join("/", type);
  }

  private static String joined(String first, List<String> segments, int next) {
    return segments.size() > next ? first + "/" + segments.get(next) : first;
  }

  /** Whether requests about a type are sent again: what this plugin and its simulator know. */
  static boolean isInScope(String type) {
    String[] parts = type.toLowerCase(Locale.ROOT).split("/");
    return parts[0].equals("resourcegroups")
        || parts[0].equals("subscriptions")
        || SCOPE.contains(parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0]);
  }

  /** Empty if the path is not inside a resource of a group. */
  static Optional<PathTarget> target(String path) {
    Matcher m = INSTANCE.matcher(comparable(path));
    if (!m.matches()) {
      return Optional.empty();
    }
    List<String> segments = List.of(m.group(2).split("/", -1));
    if (segments.size() < 2) {
      return Optional.empty();
    }
    int whole = segments.size() / 2 * 2;
    return Optional.of(
        new PathTarget(
            m.group(1) + "/" + String.join("/", segments.subList(0, whole)),
            m.group(1) + "/" + String.join("/", segments.subList(0, 2))));
  }

  /** The path of the resource group with what follows it; no match if there is none. */
  static Optional<Matcher> group(String path) {
    Matcher m = GROUP_PATH.matcher(path);
    return m.matches() ? Optional.of(m) : Optional.empty();
  }
}
