package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.json.Evidence;
import io.github.hybridnet.azure.json.StrangeAnswerException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The versions that a resource provider offers, by type.
 *
 * @param byType types in lower case
 * @param unread why the list could not be read; empty when it could
 */
record ProviderVersions(Map<String, List<String>> byType, Optional<String> unread) {
  /** Whatever follows the date, as in {@code -preview}, is not for everybody. */
  private static final Pattern STABLE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** A list that nobody could read. */
  static ProviderVersions unread(String why) {
    return new ProviderVersions(Map.of(), Optional.of(why));
  }

  /**
   * Reads a provider's description of itself.
   *
   * @throws StrangeAnswerException when it is none, or that of another provider
   */
  static ProviderVersions of(ArmType asked, Map<String, Object> answer)
      throws StrangeAnswerException {
    if (!Evidence.text(answer, "namespace").equalsIgnoreCase(asked.namespace())) {
      throw new StrangeAnswerException("it is about another provider than was asked for");
    }
    Map<String, List<String>> byType = new HashMap<>();
    for (Map<String, Object> type : Evidence.objects(answer, "resourceTypes")) {
      String name = Evidence.text(type, "resourceType").toLowerCase(Locale.ROOT);
      byType.put(name, Evidence.texts(type, "apiVersions"));
    }
    return new ProviderVersions(byType, Optional.empty());
  }

  /** The newest version that is offered and not newer than this one; empty when there is none. */
  Optional<String> newest(ArmType type, String made) {
    return offered(type).stream()
        .filter(version -> STABLE.matcher(version).matches() && version.compareTo(made) <= 0)
        .max(String::compareTo);
  }

  /** A provider lists few types that are parts of others; a part has the versions of its whole. */
  private List<String> offered(ArmType type) {
    return type.candidates().stream()
        .filter(byType::containsKey)
        .findFirst()
        .map(byType::get)
        .orElse(List.of());
  }
}
