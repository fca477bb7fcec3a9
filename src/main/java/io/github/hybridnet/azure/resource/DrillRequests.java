package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a failover drill asks of Azure beside reading and writing resources. */
final class DrillRequests implements DrillCloud {
  private final ServiceErrors errors;
  private final GroupTags tags;
  private final ManagementLocks locks;
  private final Permissions permissions;
  private final SiteTests siteTests;

  DrillRequests(ArmRequests requests, LongRequests longRequests, LongRunningOperations operations) {
    this.errors = requests.errors();
    this.tags = new GroupTags(requests);
    this.locks = new ManagementLocks(requests);
    this.permissions = new Permissions(requests);
    this.siteTests = new SiteTests(requests, longRequests, operations);
  }

  @Override
  public Map<String, String> tags(ResourceKey group) {
    return translated(() -> tags.read(group));
  }

  @Override
  public void mergeTags(ResourceKey group, Map<String, String> merged) {
    translated(() -> tags.change(group, "Merge", merged));
  }

  @Override
  public void deleteTags(ResourceKey group, Map<String, String> deleted) {
    translated(() -> tags.change(group, "Delete", deleted));
  }

  @Override
  public List<ManagementLock> locks(ResourceKey key) {
    return translated(() -> locks.of(key));
  }

  @Override
  public List<String> forbidden(ResourceKey key, List<String> actions) {
    return translated(() -> permissions.lacking(key, actions));
  }

  @Override
  public void startSiteTest(ResourceKey gateway, String peeringLocation, Call call)
      throws InterruptedException {
    siteTests.start(new SiteTests.Site(gateway, peeringLocation), call);
  }

  @Override
  public void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, Call call)
      throws InterruptedException {
    siteTests.stop(new SiteTests.Site(gateway, peeringLocation), successful, call);
  }

  @Override
  public boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation)
      throws InterruptedException {
    return siteTests.isUnderWay(new SiteTests.Site(gateway, peeringLocation));
  }

  private <T> T translated(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }
}
