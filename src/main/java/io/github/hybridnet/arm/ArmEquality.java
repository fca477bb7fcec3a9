package io.github.hybridnet.arm;

import io.github.hybridnet.model.Cidr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values mean the same to the service. That includes values that mean the same as none:
 * defaults that the service leaves out, and groups of algorithms that have two names. Writing them
 * would change nothing.
 */
public final class ArmEquality {
  private static final Map<ResourceType, Map<String, String>> DEFAULTS =
      Map.of(
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
          Map.of(
              "properties.enableBgp", "false",
              "properties.activeActive", "false",
              "properties.vpnType", "RouteBased"),
          ResourceType.CONNECTION,
          Map.of(
              "properties.enableBgp", "false",
              "properties.routingWeight", "0",
              "properties.expressRouteGatewayBypass", "false",
              "properties.dpdTimeoutSeconds", "45"),
          ResourceType.CIRCUIT,
          Map.of("properties.allowClassicOperations", "false"));

  /** Where zero means the default: connections answer it as long as nobody set a time-out. */
  private static final String DPD = "properties.dpdTimeoutSeconds";

  /** Follows from the name of the SKU. */
  private static final String TIER = "properties.sku.tier";

  /** Diffie-Hellman group 14 under its two names, for IKE and for IPsec. */
  private static final List<Set<String>> SYNONYMS =
      List.of(Set.of("dhgroup14", "dhgroup2048"), Set.of("pfs14", "pfs2048"));

  private ArmEquality() {}

  /**
   * Whether a declared value is the actual one, or means the same for resources of this type.
   *
   * @param path of the value
   */
  public static boolean same(
      ResourceType type, String path, Object declared, @Nullable Object actual) {
    return same(path, declared, actual) || isEquivalent(type, path, declared, actual);
  }

  private static boolean isEquivalent(
      ResourceType type, String path, Object declared, @Nullable Object actual) {
    String text = declared.toString();
    if (isAbsent(path, actual)) {
      return text.isEmpty()
          || text.equalsIgnoreCase(DEFAULTS.getOrDefault(type, Map.of()).get(path))
          || (type == ResourceType.VIRTUAL_NETWORK_GATEWAY && path.equals(TIER));
    }
    return path.contains(".ipsecPolicies[") && areSynonyms(text, String.valueOf(actual));
  }

  private static boolean isAbsent(String path, @Nullable Object actual) {
    return actual == null
        || actual.toString().isEmpty()
        || (path.equals(DPD) && actual instanceof Number number && number.intValue() == 0);
  }

  private static boolean areSynonyms(String declared, String actual) {
    List<String> both = List.of(declared.toLowerCase(Locale.ROOT), actual.toLowerCase(Locale.ROOT));
    return SYNONYMS.stream().anyMatch(s -> s.containsAll(both));
  }

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

  /** The name of an actual member: the service takes names of tags without regard to case. */
  public static String nameIn(String path, Map<String, Object> actual, String name) {
    return path.equals("tags")
        ? actual.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name)
        : name;
  }
}
