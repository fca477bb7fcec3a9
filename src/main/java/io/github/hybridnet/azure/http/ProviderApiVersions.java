package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
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
record ProviderApiVersions(Map<String, List<String>> byType, Optional<String> unread) {
  /** Whatever follows the date, as in {@code -preview}, is not for everybody. */
  private static final Pattern STABLE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** A list that could not be read. */
  static ProviderApiVersions unread(String why) {
    return new ProviderApiVersions(Map.of(), Optional.of(why));
  }

  /**
   * Reads a provider's description of itself.
   *
   * @throws MalformedAnswerException when it is none, or that of another provider
   */
  static ProviderApiVersions of(ArmPathType asked, Map<String, Object> answer)
      throws MalformedAnswerException {
    if (!RequiredMembers.text(answer, "namespace").equalsIgnoreCase(asked.namespace())) {
      throw new MalformedAnswerException("it is about another provider than was asked for");
    }
    Map<String, List<String>> byType = new HashMap<>();
    for (Map<String, Object> type : RequiredMembers.objects(answer, "resourceTypes")) {
      String name = RequiredMembers.text(type, "resourceType").toLowerCase(Locale.ROOT);
      byType.put(name, RequiredMembers.texts(type, "apiVersions"));
    }
    return new ProviderApiVersions(byType, Optional.empty());
  }

  /** Whether a version is for everybody. */
  static boolean isStable(String version) {
    return STABLE.matcher(version).matches();
  }

  /** The newest version that is offered and not newer than this one; empty when there is none. */
  Optional<String> newest(ArmPathType type, String made) {
    return offered(type).stream()
        .filter(version -> isStable(version) && version.compareTo(made) <= 0)
        .max(String::compareTo);
  }

  /** A provider lists few types that are parts of others; a part has the versions of its whole. */
  private List<String> offered(ArmPathType type) {
    return type.candidates().stream()
        .filter(byType::containsKey)
        .findFirst()
        .map(byType::get)
        .orElse(List.of());
  }
}
