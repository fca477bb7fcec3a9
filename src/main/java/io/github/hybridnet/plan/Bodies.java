package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resource bodies as maps: how their parts are found and put together. */
public final class Bodies {
  private Bodies() {}

  /**
   * The declared body laid over the one that stands, so that what was not declared is kept: unknown
   * properties, other people's elements of named lists, other address prefixes of a virtual
   * network.
   */
  public static Map<String, Object> merge(
      Map<String, Object> actual, Map<String, Object> declared) {
    return mergeMaps("", actual, declared);
  }

  /** The body without the given paths. */
  public static Map<String, Object> without(Map<String, Object> body, Set<String> paths) {
    return withoutBelow("", body, paths);
  }

  private static Map<String, Object> withoutBelow(
      String path, Map<String, Object> body, Set<String> paths) {
    Map<String, Object> rest = new LinkedHashMap<>();
    body.forEach(
        (name, value) -> {
          String child = path.isEmpty() ? name : path + "." + name;
          if (!paths.contains(child)) {
            rest.put(
                name, value instanceof Map<?, ?> ? withoutBelow(child, map(value), paths) : value);
          }
        });
    return rest;
  }

  private static Map<String, Object> mergeMaps(
      String path, Map<String, Object> actual, Map<String, Object> declared) {
    Map<String, Object> merged = new LinkedHashMap<>(actual);
    declared.forEach(
        (name, value) -> {
          String child = path.isEmpty() ? name : path + "." + name;
          merged.put(name, mergeValues(child, actual.get(name), value));
        });
    return merged;
  }

  private static Object mergeValues(String path, @Nullable Object actual, Object declared) {
    if (actual == null) {
      return declared;
    }
    if (declared instanceof Map<?, ?>) {
      return mergeMaps(path, map(actual), map(declared));
    }
    if (declared instanceof List<?> list && isListOfMaps(list)) {
      return mergeElements(path, maps(actual), maps(list));
    }
    if (declared instanceof List<?> list && isAdditive(path)) {
      return union((List<?>) actual, list);
    }
    return declared;
  }

  private static List<Object> mergeElements(
      String path, List<Map<String, Object>> actual, List<Map<String, Object>> declared) {
    List<Object> merged = new ArrayList<>(actual);
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> element = declared.get(i);
      Map<String, Object> counterpart = counterpart(element, i, declared, actual);
      if (counterpart == null) {
        merged.add(element);
      } else {
        merged.set(
            actual.indexOf(counterpart),
            mergeMaps(path + "[" + i + "]", counterpart, withoutName(element)));
      }
    }
    return merged;
  }

  private static List<Object> union(List<?> actual, List<?> declared) {
    List<Object> union = new ArrayList<>(actual);
    declared.stream()
        .filter(d -> actual.stream().noneMatch(a -> a.toString().equalsIgnoreCase(d.toString())))
        .forEach(union::add);
    return union;
  }

  /**
   * Whether a list belongs to several owners, so that a declaration adds to it and never shortens
   * it.
   */
  static boolean isAdditive(String path) {
    return path.equals("properties.addressSpace.addressPrefixes");
  }

  /** A map, empty for anything else. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** A list of maps, empty for anything else. */
  static List<Map<String, Object>> maps(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(Bodies::map).toList() : List.of();
  }

  static boolean isListOfMaps(List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(e -> e instanceof Map<?, ?>);
  }

  static Map<String, Object> withoutName(Map<String, Object> element) {
    Map<String, Object> rest = new LinkedHashMap<>(element);
    rest.remove("name");
    return rest;
  }

  /**
   * The element that stands for a declared one: that of the same name, or, in lists whose element
   * names mean nothing to anyone (IP configurations, IPsec policies), that at the same place.
   */
  static @Nullable Map<String, Object> counterpart(
      Map<String, Object> element,
      int index,
      List<Map<String, Object>> declared,
      List<Map<String, Object>> actual) {
    Object name = element.get("name");
    for (Map<String, Object> candidate : actual) {
      if (name != null && name.toString().equalsIgnoreCase(String.valueOf(candidate.get("name")))) {
        return candidate;
      }
    }
    boolean positional = name == null || isIpConfiguration(element);
    return positional && declared.size() == actual.size() ? actual.get(index) : null;
  }

  private static boolean isIpConfiguration(Map<String, Object> element) {
    return map(element.get("properties")).containsKey("privateIPAllocationMethod");
  }
}
