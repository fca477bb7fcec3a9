package io.github.hybridnet.plan;

import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of a declared body differs from the body that stands. Only what is declared is compared:
 * values that the service adds never show. Strings are compared without case, as the service does
 * for ids, names and enumerations; tag values and secrets are not.
 */
final class Comparison {

  /**
   * What the comparison found.
   *
   * @param differences in the order of their paths
   * @param uncompared paths of declared secrets of which it is not known whether they differ
   */
  record Result(List<Difference> differences, List<String> uncompared) {}

  Result compare(DesiredResource desired, ActualResource actual) {
    Sink sink = new Sink(desired, new ArrayList<>(), new ArrayList<>());
    compareMaps("", desired.body(), actual.body(), sink);
    sink.found().sort(Comparator.comparing(Difference::path));
    return new Result(sink.found(), sink.uncompared().stream().sorted().toList());
  }

  private record Sink(DesiredResource resource, List<Difference> found, List<String> uncompared) {
    boolean ignores(String path) {
      return resource.rules().createOnly().contains(path);
    }

    void differs(String path, String declared, String actual) {
      found.add(new Difference(path, declared, actual));
    }
  }

  private void compareMaps(
      String path, Map<String, Object> declared, Map<String, Object> actual, Sink sink) {
    declared.forEach(
        (name, value) -> {
          String child = path.isEmpty() ? name : path + "." + name;
          if (!sink.ignores(child) && !Alternatives.standsAsList(name, value, actual)) {
            compare(child, value, actual.get(Values.nameIn(path, actual, name)), sink);
          }
        });
  }

  private void compare(String path, Object declared, @Nullable Object actual, Sink sink) {
    if (declared instanceof Secret secret) {
      compareSecrets(path, secret, actual, sink);
    } else if (declared instanceof Map<?, ?>) {
      compareMaps(path, Bodies.map(declared), Bodies.map(actual), sink);
    } else if (declared instanceof List<?> list && Bodies.isListOfMaps(list)) {
      compareElements(path, Bodies.maps(list), Bodies.maps(actual), sink);
    } else if (declared instanceof List<?> list) {
      compareValues(path, list, actual, sink);
    } else if (!Values.same(path, declared, actual)
        && !Equivalents.same(sink.resource().key().type(), path, declared, actual)) {
      sink.differs(path, text(declared), text(actual));
    }
  }

  private static void compareSecrets(
      String path, Secret declared, @Nullable Object actual, Sink sink) {
    if (actual instanceof Secret found && declared.reference().isEmpty()) {
      if (!declared.matches(found)) {
        sink.found().add(Difference.ofSecret(path));
      }
    } else if (sink.resource().rules().hiddenSecrets()) {
      sink.found().add(Difference.ofSecret(path));
    } else {
      // What cannot be compared is not written again for that.
      sink.uncompared().add(path);
    }
  }

  private void compareElements(
      String path,
      List<Map<String, Object>> declared,
      List<Map<String, Object>> actual,
      Sink sink) {
    Elements elements = new Elements(declared, actual);
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> element = declared.get(i);
      String child = path + "[" + i + "]";
      Map<String, Object> counterpart = elements.counterpart(i);
      if (counterpart == null) {
        sink.differs(child, Objects.toString(element.get("name"), "an element"), "absent");
      } else {
        compareMaps(child, Bodies.withoutName(element), counterpart, sink);
      }
    }
  }

  private static void compareValues(
      String path, List<?> declared, @Nullable Object actual, Sink sink) {
    List<?> found = actual instanceof List<?> list ? list : List.of();
    boolean othersOnly = declared.isEmpty() && Elements.haveNames(found);
    if (!othersOnly && !sameValues(path, declared, found)) {
      sink.differs(path, text(declared), text(found));
    }
  }

  private static boolean sameValues(String path, List<?> declared, List<?> found) {
    if (isOrdered(path)) {
      return declared.size() == found.size()
          && IntStream.range(0, declared.size())
              .allMatch(i -> Values.same(path, declared.get(i), found.get(i)));
    }
    boolean complete = declared.stream().allMatch(d -> contains(path, found, d));
    boolean nothingElse = found.stream().allMatch(f -> contains(path, declared, f));
    return complete && (nothingElse || Bodies.isAdditive(path));
  }

  /** Name servers are asked in their order. */
  private static boolean isOrdered(String path) {
    return path.endsWith(".dnsServers");
  }

  private static boolean contains(String path, List<?> list, Object value) {
    return list.stream().anyMatch(element -> Values.same(path, value, element));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "absent" : value.toString();
  }
}
