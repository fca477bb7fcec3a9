package io.github.hybridnet.arm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads resource ids, however users and Azure write them. */
public final class ResourceIdParser {
  private static final Pattern ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/(Microsoft\\.Network/[^/]+)/([^/]+)/?",
          Pattern.CASE_INSENSITIVE);

  /**
   * The id of a whole resource in the middle of a text. A full stop behind it is not part of it.
   */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+/providers/Microsoft\\.Network"
              + "/[^/\\s]+/[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUBSCRIPTION =
      Pattern.compile("/subscriptions/[^/]+(?=/)", Pattern.CASE_INSENSITIVE);

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

  /** The ids of resources of Microsoft.Network that a text names, in its order. */
  public static List<String> idsIn(String text) {
    return IN_TEXT.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The path of the subscription that a resource of any type is in. */
  public static String subscriptionPathOf(String id) {
    Matcher matcher = SUBSCRIPTION.matcher(id);
    return matcher.lookingAt() ? matcher.group() : id;
  }

  /** The last name in an id; of anything without a slash all of it. */
  public static String lastName(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
