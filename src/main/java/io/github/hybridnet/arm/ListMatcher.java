package io.github.hybridnet.arm;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the actual element of a list that is a declared one. */
public final class ListMatcher {
  private final List<Map<String, Object>> declared;
  private final List<Map<String, Object>> actual;

  public ListMatcher(List<Map<String, Object>> declared, List<Map<String, Object>> actual) {
    this.declared = declared;
    this.actual = actual;
  }

  /**
   * Whether the elements have no names (IPsec policies): such a list belongs to one owner, and one
   * of another length is replaced whole.
   */
  boolean isReplacedWhole() {
    return declared.size() != actual.size() && declared.stream().anyMatch(e -> name(e) == null);
  }

  /**
   * Whether a list holds named elements, which may be other people's. An empty declaration leaves
   * those alone; elements without names belong to the one owner of the list.
   */
  public static boolean haveNames(List<?> list) {
    return ResourceBody.maps(list).stream().anyMatch(element -> name(element) != null);
  }

  /**
   * The actual element of the declared one at a place: that of the same name. The names of a
   * gateway's IP configurations mean nothing to anyone; they are also found by their public address
   * and by their place. Elements without names are found by their place.
   *
   * @return null when there is none
   */
  @Nullable
  public Map<String, Object> counterpart(int index) {
    Map<String, Object> element = declared.get(index);
    String name = name(element);
    if (name == null) {
      return declared.size() == actual.size() ? actual.get(index) : null;
    }
    Map<String, Object> found = first(a -> name.equalsIgnoreCase(name(a)));
    if (found != null || !isIpConfiguration(element)) {
      return found;
    }
    String address = publicIp(element);
    found = address == null ? null : first(a -> address.equalsIgnoreCase(publicIp(a)));
    return found == null ? unclaimed(index) : found;
  }

  private @Nullable Map<String, Object> first(Predicate<Map<String, Object>> wanted) {
    return actual.stream().filter(wanted).findFirst().orElse(null);
  }

  /** The element at the place, unless a declared one has its name or its address. */
  private @Nullable Map<String, Object> unclaimed(int index) {
    if (index >= actual.size()) {
      return null;
    }
    Map<String, Object> candidate = actual.get(index);
    String name = name(candidate);
    String address = publicIp(candidate);
    boolean claimed =
        declared.stream()
            .anyMatch(
                d ->
                    (name != null && name.equalsIgnoreCase(name(d)))
                        || (address != null && address.equalsIgnoreCase(publicIp(d))));
    return claimed ? null : candidate;
  }

  private static boolean isIpConfiguration(Map<String, Object> element) {
    return new ResourceBody(element).value("properties", "privateIPAllocationMethod") != null;
  }

  private static @Nullable String name(Map<String, Object> element) {
    Object name = element.get("name");
    return name == null ? null : name.toString();
  }

  private static @Nullable String publicIp(Map<String, Object> element) {
    String id = GatewayAddresses.idOf(element);
    return id.isEmpty() ? null : id;
  }
}
