package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.guard.ManagementLock;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        .flatMap(entry -> lock(entry).stream())
        .filter(lock -> !lock.level().equalsIgnoreCase(NO_LEVEL))
        .toList();
  }

  private static Optional<ManagementLock> lock(Map<String, Object> entry) {
    String id = JsonTree.text(entry, "id").orElse("");
    int end = id.toLowerCase(Locale.ROOT).lastIndexOf(PATH.toLowerCase(Locale.ROOT) + "/");
    if (end < 0) {
      return Optional.empty();
    }
    String name = id.substring(end + PATH.length() + 1);
    String level = JsonTree.text(JsonTree.object(entry, "properties"), "level").orElse(NO_LEVEL);
    return Optional.of(new ManagementLock(name, level, id.substring(0, end)));
  }
}
