package io.github.hybridnet.maven;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters that a goal holds. */
final class MojoFields {
  private MojoFields() {}

  /**
   * The parameters by name; files relative to the working directory, injected objects of Maven left
   * out.
   */
  static Map<String, String> of(HybridnetMojo mojo) {
    Map<String, String> values = new TreeMap<>();
    fields(mojo).forEach(field -> values.put(field.getName(), text(value(field, mojo))));
    return values;
  }

  /** What a parameter holds. */
  static @Nullable Object get(HybridnetMojo mojo, String name) {
    return value(field(mojo, name), mojo);
  }

  /** Gives a parameter the value that Maven makes of this text. */
  static void set(HybridnetMojo mojo, String name, String text) {
    Class<?> type = field(mojo, name).getType();
    Object value = text;
    if (type == boolean.class) {
      value = Boolean.valueOf(text);
    } else if (type == File.class) {
      value = new File(text);
    } else if (type == List.class) {
      value = List.of(text.split(","));
    }
    put(mojo, name, value);
  }

  /** Gives a parameter a value. */
  static void put(HybridnetMojo mojo, String name, @Nullable Object value) {
    try {
      field(mojo, name).set(mojo, value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(HybridnetMojo mojo, String name) {
    return fields(mojo).stream().filter(f -> f.getName().equals(name)).findFirst().orElseThrow();
  }

  private static List<Field> fields(HybridnetMojo mojo) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = mojo.getClass();
        c != HybridnetMojo.class.getSuperclass();
        c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        boolean parameter =
            !Modifier.isStatic(field.getModifiers())
                && List.of(String.class, boolean.class, File.class, List.class)
                    .contains(field.getType());
        if (parameter) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static @Nullable Object value(Field field, HybridnetMojo mojo) {
    try {
      return field.get(mojo);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof File file) {
      return relative(file.toPath());
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  /** A path as seen from the working directory. */
  static String relative(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return here.relativize(path.toAbsolutePath()).toString().replace('\\', '/');
  }
}
