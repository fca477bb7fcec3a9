package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Map;

/** What a failover drill asks of Azure beside reading and writing resources. */
final class DrillRequests extends ChangeRequests implements DrillCloud {
  private final GroupTags tags;
  private final SiteTests siteTests;

  DrillRequests(ChangeRequests.Parts parts, LongRunningOperations operations) {
    super(parts);
    ArmRequests requests = parts.requests();
    this.tags = new GroupTags(requests);
    this.siteTests = new SiteTests(requests, parts.longRequests(), operations);
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
}
