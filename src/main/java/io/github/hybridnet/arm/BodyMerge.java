package io.github.hybridnet.arm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts two bodies of a resource together as Azure would. */
public final class BodyMerge {
  private BodyMerge() {}

  /**
   * The declared body laid over the actual one, so that what was not declared is kept: unknown
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
                name,
                value instanceof Map<?, ?>
                    ? withoutBelow(child, ResourceBody.map(value), paths)
                    : value);
          }
        });
    return rest;
  }

  private static Map<String, Object> mergeMaps(
      String path, Map<String, Object> actual, Map<String, Object> declared) {
    Map<String, Object> merged = new LinkedHashMap<>(actual);
    declared.forEach(
        (name, value) -> {
          String known = ArmEquality.nameIn(path, actual, name);
          if (!AlternativeForms.standsAsList(name, value, actual)) {
            AlternativeForms.makeRoom(name, merged);
            String child = path.isEmpty() ? name : path + "." + name;
            merged.put(known, mergeValues(child, actual.get(known), value));
          }
        });
    return merged;
  }

  private static Object mergeValues(String path, @Nullable Object actual, Object declared) {
    if (actual == null) {
      return declared;
    }
    if (declared instanceof Map<?, ?>) {
      return mergeMaps(path, ResourceBody.map(actual), ResourceBody.map(declared));
    }
    if (declared instanceof List<?> wanted && actual instanceof List<?> found) {
      return mergeLists(path, found, wanted);
    }
    return declared;
  }

  private static Object mergeLists(String path, List<?> actual, List<?> declared) {
    if (declared.isEmpty() && ListMatcher.haveNames(actual)) {
      return actual;
    }
    if (isListOfMaps(declared)) {
      return mergeElements(path, ResourceBody.maps(actual), ResourceBody.maps(declared));
    }
    return isAdditive(path) ? union(path, actual, declared) : declared;
  }

  private static List<? extends Object> mergeElements(
      String path, List<Map<String, Object>> actual, List<Map<String, Object>> declared) {
    ListMatcher listMatcher = new ListMatcher(declared, actual);
    if (listMatcher.isReplacedWhole()) {
      return declared;
    }
    List<Object> merged = new ArrayList<>(actual);
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> element = declared.get(i);
      Map<String, Object> counterpart = listMatcher.counterpart(i);
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

  private static List<Object> union(String path, List<?> actual, List<?> declared) {
    List<Object> union = new ArrayList<>(actual);
    declared.stream()
        .filter(d -> actual.stream().noneMatch(a -> ArmEquality.same(path, d, a)))
        .forEach(union::add);
    return union;
  }

  /**
   * Whether a list belongs to several owners, so that a declaration adds to it and never shortens
   * it.
   */
  public static boolean isAdditive(String path) {
    return path.equals("properties.addressSpace.addressPrefixes");
  }

  /** Whether a list has elements, and all of them are objects. */
  public static boolean isListOfMaps(List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(e -> e instanceof Map<?, ?>);
  }

  /** The members of an element but its name. */
  public static Map<String, Object> withoutName(Map<String, Object> element) {
    Map<String, Object> rest = new LinkedHashMap<>(element);
    rest.remove("name");
    return rest;
  }

  /**
   * The body, with properties that the service does not show laid over the parts that it has.
   * Unlike {@link #merge} it adds no part: an element that does not exist is not part of this
   * write.
   */
  public static Map<String, Object> withHidden(
      Map<String, Object> body, Map<String, Object> hidden) {
    Map<String, Object> merged = new LinkedHashMap<>(body);
    hidden.forEach(
        (name, value) -> {
          Object actual = body.get(name);
          if (value instanceof List<?> parts) {
            if (actual instanceof List<?> elements) {
              merged.put(
                  name, hiddenInElements(ResourceBody.maps(elements), ResourceBody.maps(parts)));
            }
          } else if (value instanceof Map<?, ?> map) {
            if (actual instanceof Map<?, ?>) {
              merged.put(name, withHidden(ResourceBody.map(actual), ResourceBody.map(map)));
            }
          } else {
            merged.put(name, value);
          }
        });
    return merged;
  }

  private static List<Map<String, Object>> hiddenInElements(
      List<Map<String, Object>> actual, List<Map<String, Object>> hidden) {
    return actual.stream()
        .map(
            element ->
                hidden.stream()
                    .filter(part -> sameName(part.get("name"), element.get("name")))
                    .findFirst()
                    .map(part -> withHidden(element, withoutName(part)))
                    .orElse(element))
        .toList();
  }

  private static boolean sameName(@Nullable Object name, @Nullable Object other) {
    return name != null && other != null && name.toString().equalsIgnoreCase(other.toString());
  }
}
