package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that stands in a subscription, by raw reads, without what is new in each life of a
 * resource: etags, generated ids, addresses from a pool, counters.
 *
 * @param resources by id in small letters
 */
public record Estate(Map<String, JsonNode> resources) {
  private static final Set<String> VOLATILE =
      Set.of(
          "etag",
          "resourceGuid",
          "serviceKey",
          "ipAddress",
          "tunnelIpAddresses",
          "ingressBytesTransferred",
          "egressBytesTransferred",
          "connectionStatus",
          "tunnelConnectionStatus",
          "gatewayManagerEtag",
          "inboundDnsForwardingEndpoint",
          "lastModifiedBy",
          "authorizationKey",
          "stag");

  public Estate {
    resources = new TreeMap<>(resources);
  }

  /** What one estate has that another has not, in words; empty when they are the same. */
  public record Comparison(List<String> orphans, List<String> missing, List<String> different) {
    public boolean isSame() {
      return orphans.isEmpty() && missing.isEmpty() && different.isEmpty();
    }
  }

  /** How this differs from what should stand. */
  public Comparison against(Estate expected) {
    Set<String> orphans = new TreeSet<>(resources.keySet());
    orphans.removeAll(expected.resources.keySet());
    Set<String> missing = new TreeSet<>(expected.resources.keySet());
    missing.removeAll(resources.keySet());
    List<String> different = new ArrayList<>();
    expected.resources.forEach(
        (id, wanted) -> {
          JsonNode found = resources.get(id);
          if (found != null && !found.equals(wanted)) {
            different.addAll(differences(id.replaceAll(".*/", ""), wanted, found));
          }
        });
    return new Comparison(List.copyOf(orphans), List.copyOf(missing), different);
  }

  /** How many resources of a declared type there are beyond those that should be. */
  int duplicates(Estate expected) {
    Map<String, Integer> surplus = new TreeMap<>();
    resources.keySet().forEach(id -> surplus.merge(type(id), 1, Integer::sum));
    expected.resources.keySet().forEach(id -> surplus.merge(type(id), -1, Integer::sum));
    Set<String> declared = new TreeSet<>();
    expected.resources.keySet().forEach(id -> declared.add(type(id)));
    return surplus.entrySet().stream()
        .filter(entry -> declared.contains(entry.getKey()))
        .mapToInt(entry -> Math.max(0, entry.getValue()))
        .sum();
  }

  private static String type(String id) {
    String[] parts = id.split("/");
    return parts.length < 2 ? id : parts[parts.length - 2];
  }

  /** Without what is new in each life; arrays of named things in the order of their names. */
  static JsonNode normalised(JsonNode node) {
    JsonNode copy = node.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
        Map.Entry<String, JsonNode> field = all.next();
        if (VOLATILE.contains(field.getKey())) {
          all.remove();
        } else if (field.getKey().equals("id")) {
          // Azure compares ids without regard to case, and echoes whichever it was given.
          field.setValue(object.textNode(field.getValue().asText().toLowerCase(Locale.ROOT)));
        } else {
          strip(field.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(Estate::strip);
      sort(array);
    }
  }

  private static void sort(ArrayNode array) {
    if (array.isEmpty() || !(array.get(0).has("id") || array.get(0).has("name"))) {
      return;
    }
    List<JsonNode> sorted = new ArrayList<>();
    array.forEach(sorted::add);
    sorted.sort(Comparator.comparing(JsonNode::toString));
    array.removeAll();
    array.addAll(sorted);
  }

  private static List<String> differences(String path, JsonNode wanted, JsonNode found) {
    List<String> all = new ArrayList<>();
    if (wanted.isObject() && found.isObject()) {
      Set<String> names = new TreeSet<>();
      wanted.fieldNames().forEachRemaining(names::add);
      found.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> all.addAll(differences(path + "/" + name, wanted.path(name), found.path(name))));
    } else if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        all.addAll(differences(path + "/" + i, wanted.get(i), found.get(i)));
      }
    } else if (!wanted.equals(found)) {
      all.add(path + ": " + wanted + " -> " + found);
    }
    return all;
  }
}
