package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which members of a resource each API version shows, from the resource {@code field-versions.txt}.
 * A typed part of another resource follows the lines of its own type.
 */
final class FieldVersions {
  private static final String NAMESPACE = "microsoft.network/";
  private static final String FOREVER = "9999-12-31";
  private static final FieldVersions RECORDED = read();

  private final Map<String, List<Span>> spans = new HashMap<>();

  private record Span(String[] path, String since, String until) {
    boolean covers(String version) {
      return version.compareTo(since) >= 0 && version.compareTo(until) < 0;
    }
  }

  private FieldVersions() {}

  static FieldVersions recorded() {
    return RECORDED;
  }

  private static FieldVersions read() {
    try (InputStream in = FieldVersions.class.getResourceAsStream("field-versions.txt")) {
      FieldVersions table = new FieldVersions();
      new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(table::add);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] words) {
    String until = words.length > 3 ? words[3] : FOREVER;
    spans
        .computeIfAbsent(NAMESPACE + JsonMembers.lower(words[0]), type -> new ArrayList<>())
        .add(new Span(words[1].split("\\."), words[2], until));
  }

  /** Removes what this version does not show. */
  void strip(JsonNode node, String version) {
    if (node instanceof ObjectNode object) {
      for (Span span :
          spans.getOrDefault(
              JsonMembers.lower(JsonMembers.textOr(object, "type", "")), List.of())) {
        if (!span.covers(version)) {
          remove(object, span.path());
        }
      }
    }
    node.forEach(inner -> strip(inner, version));
  }

  private static void remove(JsonNode owner, String[] path) {
    for (int i = 0; i < path.length - 1; i++) {
      JsonNode inner = owner.path(path[i]);
      if (inner.isArray()) {
        String[] rest = Arrays.copyOfRange(path, i + 1, path.length);
        inner.forEach(entry -> remove(entry, rest));
        return;
      }
      owner = inner;
    }
    if (owner instanceof ObjectNode found) {
      found.remove(path[path.length - 1]);
    }
  }
}
