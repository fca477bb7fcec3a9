package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.Evidence;
import io.github.hybridnet.azure.json.StrangeAnswerException;
import io.github.hybridnet.engine.guard.ManagementLock;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Management locks. */
final class ManagementLocks {
  private static final String PATH = "/providers/Microsoft.Authorization/locks";
  private static final String NO_LEVEL = "NotSpecified";

  private final ArmRequests requests;

  ManagementLocks(ArmRequests requests) {
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
      String id = Evidence.text(entry, "id");
      int end = id.toLowerCase(Locale.ROOT).lastIndexOf(PATH.toLowerCase(Locale.ROOT) + "/");
      if (end < 0) {
        throw new StrangeAnswerException("an id in it is of no lock");
      }
      String level = Evidence.text(Evidence.object(entry, "properties"), "level");
      return new ManagementLock(id.substring(end + PATH.length() + 1), level, id.substring(0, end));
    } catch (StrangeAnswerException e) {
      throw requests.errors().unreadable("management locks", String.valueOf(e.getMessage()));
    }
  }
}
