package io.github.hybridnet.azure.json;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON objects as maps of maps, lists, strings, numbers and booleans. */
public final class JsonTree {
  private JsonTree() {}

  /**
   * Reads a JSON object as a map.
   *
   * @return empty when the text is not a JSON object
   */
  public static Optional<Map<String, Object>> read(String text) {
    try (JsonReader reader = JsonProviders.createReader(text)) {
      return Optional.of(read(reader));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a list that has nothing but objects.
   *
   * @throws IOException when the text is none
   */
  public static List<Map<String, Object>> readList(JsonReader reader) throws IOException {
    reader.nextToken();
    if (reader.readUntyped() instanceof List<?> list) {
      return RequiredMembers.objects(list);
    }
    throw new MalformedAnswerException("the body is no JSON list");
  }

  /**
   * Reads a JSON object as a map.
   *
   * @throws IOException when there is none
   */
  public static Map<String, Object> read(JsonReader reader) throws IOException {
    reader.nextToken();
    if (reader.readUntyped() instanceof Map<?, ?> map) {
      return asObject(map);
    }
    throw new MalformedAnswerException("the body is no JSON object");
  }

  /** Reads one of the SDK's models. */
  public static Map<String, Object> of(JsonSerializable<?> model) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = JsonProviders.createWriter(text)) {
      model.toJson(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(text.toString()).orElseThrow();
  }

  /** Writes a map as a JSON object. */
  public static String write(Map<String, Object> object) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = JsonProviders.createWriter(text)) {
      writer.writeUntyped(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The same object without lists, at any depth. */
  public static Map<String, Object> withoutLists(Map<String, Object> object) {
    Map<String, Object> without = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (!(value instanceof List<?>)) {
            without.put(name, value instanceof Map<?, ?> map ? withoutLists(asObject(map)) : value);
          }
        });
    return without;
  }

  /** A member that is an object, empty for anything else. */
  public static Map<String, Object> object(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> map ? asObject(map) : Map.of();
  }

  /** A member that is a list of objects; other elements are left out. */
  public static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof List<?> list ? objects(list) : List.of();
  }

  private static List<Map<String, Object>> objects(List<?> list) {
    return list.stream()
        .filter(Map.class::isInstance)
        .map(element -> asObject((Map<?, ?>) element))
        .toList();
  }

  /** A member that is a text. */
  public static Optional<String> text(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The same map with names in text; null members are left out. */
  static Map<String, Object> asObject(Map<?, ?> map) {
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, value) -> put(object, String.valueOf(name), value));
    return object;
  }

  private static void put(Map<String, Object> object, String name, @Nullable Object value) {
    if (value != null) {
      object.put(name, value);
    }
  }
}
