package io.github.hybridnet.azure.recording;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces the names in ids, paths and addresses of Azure Resource Manager, and leaves types,
 * actions, regions and API versions, so that they can be read as before.
 */
final class ResourcePathReplacement {
  private static final String HOST = "https://management.azure.com";
  private static final Set<String> PLAIN_QUERY = Set.of("api-version", "monitor");

  /** What a path has before the namespace of a provider, in lower case. */
  private static final Set<String> SCOPES =
      Set.of(
          "subscriptions",
          "resourcegroups",
          "providers",
          "locations",
          "resources",
          "tagnames",
          "operationresults");

  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+){1,4}");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z.]{0,79}");
  private static final Pattern REGION = Pattern.compile("[A-Za-z ]{2,30}\\d?");
  private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(-preview)?");

  private final PlaceholderTable placeholders;

  ResourcePathReplacement(PlaceholderTable placeholders) {
    this.placeholders = placeholders;
  }

  /** Whether a text is an id or a path of Azure Resource Manager. */
  static boolean isPath(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("/subscriptions") || lower.startsWith("/providers/");
  }

  /**
   * Types and names alternate; behind {@code providers} comes a namespace. Where a word cannot be a
   * type, because no namespace is before it, only the words of Azure's own scopes stay.
   */
  String path(String path) {
    StringBuilder other = new StringBuilder();
    String type = "";
    boolean isInNamespace = false;
    for (String segment : path.split("/", -1)) {
      other.append(other.isEmpty() && segment.isEmpty() ? "" : "/");
      if (type.isEmpty()) {
        other.append(isType(segment, isInNamespace) ? segment : placeholders.text(segment));
        type = segment;
      } else if (type.equalsIgnoreCase("providers")) {
        isInNamespace = NAMESPACE.matcher(segment).matches();
        other.append(isInNamespace ? segment : placeholders.text(segment));
        type = "";
      } else {
        other.append(
            type.equalsIgnoreCase("locations") && REGION.matcher(segment).matches()
                ? segment
                : name(segment));
        type = "";
      }
    }
    return other.toString();
  }

  private static boolean isType(String segment, boolean isInNamespace) {
    return isInNamespace
        ? TYPE.matcher(segment).matches()
        : SCOPES.contains(segment.toLowerCase(Locale.ROOT));
  }

  /** The name of a resource, or a GUID. */
  String name(String name) {
    if (HarmlessValues.isCommonName(name)) {
      return name;
    }
    return GUID.matcher(name).matches() ? placeholders.guid(name) : placeholders.text(name);
  }

  /** An address of the resource manager, such as that of an operation. */
  String address(String address) {
    URI parts;
    try {
      parts = URI.create(address);
    } catch (IllegalArgumentException e) {
      return placeholders.text(address);
    }
    String path = parts.getPath();
    if (path == null || !isPath(path)) {
      return placeholders.text(address);
    }
    StringBuilder query = new StringBuilder();
    query(parts.getRawQuery() == null ? "" : parts.getRawQuery())
        .forEach((n, v) -> query.append(query.isEmpty() ? '?' : '&').append(n + "=" + v));
    return HOST + path(path) + query;
  }

  /** The parameters of a query; of those that may hold names only that they were there. */
  Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
        boolean plain =
            PLAIN_QUERY.contains(name)
                && (VERSION.matcher(value).matches() || value.equals("true"));
        parameters.put(
            HarmlessValues.isMember(name) || plain ? name : placeholders.text(name),
            plain ? value : placeholders.text(value));
      }
    }
    return parameters;
  }
}
