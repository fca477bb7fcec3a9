package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the caller may do to a resource: Azure lists a set of actions for each role assignment that
 * reaches it.
 */
final class Permissions {
  private final ArmRequests requests;

  Permissions(ArmRequests requests) {
    this.requests = requests;
  }

  /** Which of these actions no role assignment allows. */
  List<String> lacking(ResourceKey key, List<String> actions) {
    List<Map<String, Object>> entries =
        requests.list(
            key.id() + "/providers/Microsoft.Authorization/permissions", ApiVersion.PERMISSIONS);
    return actions.stream()
        .filter(action -> entries.stream().noneMatch(entry -> allows(entry, action)))
        .toList();
  }

  /** What one assignment excludes another may allow. */
  private static boolean allows(Map<String, Object> entry, String action) {
    return matches(entry, "actions", action) && !matches(entry, "notActions", action);
  }

  private static boolean matches(Map<String, Object> entry, String member, String action) {
    return entry.get(member) instanceof List<?> patterns
        && patterns.stream().anyMatch(each -> pattern(String.valueOf(each)).matches(action));
  }

  private static Wildcards pattern(String text) {
    return new Wildcards(
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.CASE_INSENSITIVE));
  }

  /** An action in which {@code *} stands for anything. */
  private record Wildcards(Pattern pattern) {
    boolean matches(String action) {
      return pattern.matcher(action).matches();
    }
  }
}
