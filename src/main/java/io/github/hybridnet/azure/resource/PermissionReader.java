package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the caller may do to a resource: Azure lists a set of actions for each role assignment that
 * reaches it.
 */
final class PermissionReader {
  private final ArmHttpClient requests;

  PermissionReader(ArmHttpClient requests) {
    this.requests = requests;
  }

  /** Which of these actions no role assignment allows. */
  List<String> lacking(ResourceKey key, List<String> actions) {
    List<RoleAssignment> all =
        requests
            .listWithoutIds(
                key.id() + "/providers/Microsoft.Authorization/permissions", ApiVersion.PERMISSIONS)
            .stream()
            .map(this::assignment)
            .toList();
    return actions.stream()
        .filter(action -> all.stream().noneMatch(each -> each.allows(action)))
        .toList();
  }

  private RoleAssignment assignment(Map<String, Object> entry) {
    try {
      return new RoleAssignment(
          RequiredMembers.texts(entry, "actions"), RequiredMembers.texts(entry, "notActions"));
    } catch (MalformedAnswerException e) {
      throw UnreadableAnswers.about("permissions", String.valueOf(e.getMessage()));
    }
  }

  /** What one assignment excludes another may allow. */
  private record RoleAssignment(List<String> actions, List<String> notActions) {
    boolean allows(String action) {
      return matches(actions, action) && !matches(notActions, action);
    }

    private static boolean matches(List<String> patterns, String action) {
      return patterns.stream().anyMatch(each -> pattern(each).matches(action));
    }
  }

  private static ActionPattern pattern(String text) {
    return new ActionPattern(
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.CASE_INSENSITIVE));
  }

  /** An action in which {@code *} matches anything. */
  private record ActionPattern(Pattern pattern) {
    boolean matches(String action) {
      return pattern.matcher(action).matches();
    }
  }
}
