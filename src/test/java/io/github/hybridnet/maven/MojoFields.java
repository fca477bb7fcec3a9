package io.github.hybridnet.maven;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What Maven put into a goal's parameters. */
final class MojoFields {
  private MojoFields() {}

  /**
   * The parameters by name; files relative to the working directory, injected objects of Maven left
   * out.
   */
  static Map<String, String> of(HybridnetMojo mojo) {
    Map<String, String> values = new TreeMap<>();
    for (Class<?> c = mojo.getClass();
        c != HybridnetMojo.class.getSuperclass();
        c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        boolean parameter =
            !Modifier.isStatic(field.getModifiers())
                && (field.getType() == String.class
                    || field.getType() == boolean.class
                    || field.getType() == File.class);
        if (parameter) {
          values.put(field.getName(), text(field, mojo));
        }
      }
    }
    return values;
  }

  private static String text(Field field, HybridnetMojo mojo) {
    try {
      field.setAccessible(true);
      Object value = field.get(mojo);
      return value instanceof File file ? relative(file) : String.valueOf(value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String relative(File file) {
    Path here = Path.of("").toAbsolutePath();
    return here.relativize(file.toPath().toAbsolutePath()).toString().replace('\\', '/');
  }
}
