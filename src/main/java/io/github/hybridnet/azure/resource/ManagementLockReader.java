package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the management locks of a resource or a resource group. */
final class ManagementLockReader {
  private static final String PATH = "/providers/Microsoft.Authorization/locks";
  private static final String NO_LEVEL = "NotSpecified";

  private final ArmHttpClient requests;

  ManagementLockReader(ArmHttpClient requests) {
    this.requests = requests;
  }

  /**
   * The list that Azure gives has the locks at, above and below a scope. Source: Azure PowerShell,
   * Get-AzResourceLock, parameter AtScope.
   */
  List<ManagementLock> of(ResourceKey key) {
    return requests.list(key.id() + PATH, ApiVersion.LOCKS).stream()
        .map(this::lock)
        .filter(lock -> !lock.level().equalsIgnoreCase(NO_LEVEL))
        .toList();
  }

  /** A lock that is not understood may be one that holds. */
  private ManagementLock lock(Map<String, Object> entry) {
    try {
      String id = RequiredMembers.text(entry, "id");
      int end = id.toLowerCase(Locale.ROOT).lastIndexOf(PATH.toLowerCase(Locale.ROOT) + "/");
      if (end < 0) {
        throw new MalformedAnswerException("an id in it is of no lock");
      }
      String level = RequiredMembers.text(RequiredMembers.object(entry, "properties"), "level");
      return new ManagementLock(id.substring(end + PATH.length() + 1), level, id.substring(0, end));
    } catch (MalformedAnswerException e) {
      throw UnreadableAnswers.about("management locks", String.valueOf(e.getMessage()));
    }
  }
}
