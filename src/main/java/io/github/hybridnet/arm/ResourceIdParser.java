package io.github.hybridnet.arm;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resource ids as users write them. */
public final class ResourceIdParser {
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/(Microsoft\\.Network/[^/]+)/([^/]+)/?",
          Pattern.CASE_INSENSITIVE);

  private ResourceIdParser() {}

  /**
   * The key of an id.
   *
   * @throws IllegalArgumentException when it is not the id of a resource that this plugin knows
   */
  public static ResourceKey parse(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("Not the id of a resource that is known: " + id));
  }

  /** The key of an id; empty when it is not the id of a resource that this plugin knows. */
  public static Optional<ResourceKey> find(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Arrays.stream(ResourceType.values())
            .filter(t -> t.armName().equalsIgnoreCase(matcher.group(3)))
            .findFirst()
            .map(t -> new ResourceKey(matcher.group(1), matcher.group(2), t, matcher.group(4)))
        : Optional.empty();
  }
}
