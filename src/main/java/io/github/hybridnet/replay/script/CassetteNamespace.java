package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.replay.cassette.Cassette;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a cassette names of its own, so that several can be replayed side by side: the simulator's
 * subscription, and resource groups with a prefix. Names of other resources stay.
 */
public final class CassetteNamespace {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("(?i)(/subscriptions/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern GROUP =
      Pattern.compile("(?i)(/resourcegroups/)([^/\"\\\\?#\\s,']+)");
  private static final Pattern GROUP_IN_FILTER =
      Pattern.compile("(?i)resourcegroup(name)?[ +]eq[ +]'");
  private static final Pattern NUMBERED = Pattern.compile("\\d{6}$");
  private static final int NUMBER_LENGTH = 6;

  private final String subscription;
  private final String prefix;
  private final Set<String> groups = new HashSet<>();

  CassetteNamespace(Cassette cassette, String subscription, String prefix) {
    this.subscription = subscription;
    this.prefix = prefix.toLowerCase(Locale.ROOT);
    cassette.interactions().stream()
        .map(i -> GROUP.matcher(i.request().path()))
        .filter(Matcher::find)
        .forEach(m -> groups.add(m.group(2).toLowerCase(Locale.ROOT)));
  }

  /** The subscription in which the cassette is replayed. */
  public String subscription() {
    return subscription;
  }

  String text(String text) {
    String moved =
        SUBSCRIPTION
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + subscription));
    return GROUP.matcher(moved).replaceAll(m -> Matcher.quoteReplacement(renamed(m)));
  }

  /** Recorders that rename groups miss one that a service spells in capital letters. */
  private String renamed(MatchResult m) {
    String name = m.group(2);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(lower);
    if (capitals && !groups.contains(lower)) {
      List<String> alike =
          groups.stream()
              .filter(g -> NUMBERED.matcher(g).find())
              .filter(g -> lower.startsWith(g.substring(0, g.length() - NUMBER_LENGTH)))
              .toList();
      name = alike.size() == 1 ? alike.get(0).toUpperCase(Locale.ROOT) : name;
    }
    return m.group(1) + prefix + name;
  }

  String query(String value) {
    return GROUP_IN_FILTER
        .matcher(text(value))
        .replaceAll(m -> Matcher.quoteReplacement(m.group() + prefix));
  }

  JsonNode body(JsonNode body) {
    if (body.isMissingNode()) {
      return body;
    }
    try {
      JsonNode moved = JSON.readTree(text(JSON.writeValueAsString(body)));
      renameGroups(moved);
      return moved;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body is no JSON after its names were replaced", e);
    }
  }

  /** The name of a resource group is the one in its id. */
  private static void renameGroups(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("name").isTextual()) {
      RecordedPath.group(object.path("id").asText())
          .filter(m -> m.group(2) == null)
          .map(m -> m.group(1).substring(m.group(1).lastIndexOf('/') + 1))
          .ifPresent(name -> object.put("name", name));
    }
    node.forEach(CassetteNamespace::renameGroups);
  }

  /** Whether an id is in a resource group of the cassette; empty if it names no group. */
  Optional<Boolean> isOurs(String id) {
    Matcher m = GROUP.matcher(id);
    if (!m.find()) {
      return Optional.empty();
    }
    String name = m.group(2).toLowerCase(Locale.ROOT);
    return Optional.of(name.startsWith(prefix) && groups.contains(name.substring(prefix.length())));
  }

  /** A text with the names that the cassette had. */
  public String recorded(String text) {
    return Pattern.compile(Pattern.quote(prefix), Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll("");
  }
}
