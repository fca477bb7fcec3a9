package io.github.hybridnet.arm;

import io.github.hybridnet.model.Cidr;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two values mean the same to the service. */
public final class ArmEquality {
  private ArmEquality() {}

  /**
   * Compares texts without case, as the service does for ids, names and enumerations; prefixes by
   * what they cover, regions without blanks, and tags exactly.
   *
   * @param path of the value
   */
  public static boolean same(String path, Object declared, @Nullable Object actual) {
    if (actual == null) {
      return false;
    }
    if (declared instanceof Number a && actual instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    if (path.startsWith("tags.")) {
      return declared.toString().equals(actual.toString());
    }
    String a = normal(path, declared);
    String b = normal(path, actual);
    return a.equalsIgnoreCase(b) || (a.contains("/") && samePrefix(a, b));
  }

  private static String normal(String path, Object value) {
    String text = value.toString();
    return path.equals("location") ? text.replace(" ", "") : text;
  }

  private static boolean samePrefix(String a, String b) {
    Cidr prefix = new Cidr(a);
    Cidr other = new Cidr(b);
    return prefix.isWellFormed()
        && other.isWellFormed()
        && prefix.network().equals(other.network());
  }

  /** The name of a member as it stands: the service takes names of tags without regard to case. */
  public static String nameIn(String path, Map<String, Object> actual, String name) {
    return path.equals("tags")
        ? actual.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name)
        : name;
  }
}
