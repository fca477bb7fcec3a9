package io.github.hybridnet.plan;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resource ids as users write them. */
public final class ResourceKeys {
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/(Microsoft\\.Network/[^/]+)/([^/]+)/?",
          Pattern.CASE_INSENSITIVE);

  private ResourceKeys() {}

  /**
   * The key of an id.
   *
   * @throws IllegalArgumentException when it is not the id of a resource that this plugin knows
   */
  public static ResourceKey parse(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a resource id: " + id);
    }
    ResourceType type =
        Arrays.stream(ResourceType.values())
            .filter(t -> t.armName().equalsIgnoreCase(matcher.group(3)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Not a known type: " + id));
    return new ResourceKey(matcher.group(1), matcher.group(2), type, matcher.group(4));
  }
}
