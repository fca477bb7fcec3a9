package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.util.Map;

/** What a failover drill asks of Azure in addition to reading and writing resources. */
final class AzureDrillCloud extends AzureChangeGuardClient implements DrillCloud {
  private final ResourceGroupTags tags;
  private final SiteFailoverTestRunner siteFailoverTestRunner;

  AzureDrillCloud(
      AzureChangeGuardClient.RequestServices requestServices, LongRunningOperations operations) {
    super(requestServices);
    ArmHttpClient requests = requestServices.requests();
    this.tags = new ResourceGroupTags(requests);
    this.siteFailoverTestRunner =
        new SiteFailoverTestRunner(requests, requestServices.longRequests(), operations);
  }

  @Override
  public Map<String, String> tags(ResourceKey group) {
    return tags.read(group);
  }

  @Override
  public void mergeTags(ResourceKey group, Map<String, String> merged) {
    tags.change(group, "Merge", merged);
  }

  @Override
  public void deleteTags(ResourceKey group, Map<String, String> deleted) {
    tags.change(group, "Delete", deleted);
  }

  @Override
  public void startSiteTest(ResourceKey gateway, String peeringLocation, CallOptions callOptions)
      throws InterruptedException {
    siteFailoverTestRunner.start(
        new SiteFailoverTestRunner.TestSite(gateway, peeringLocation), callOptions);
  }

  @Override
  public void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, CallOptions callOptions)
      throws InterruptedException {
    siteFailoverTestRunner.stop(
        new SiteFailoverTestRunner.TestSite(gateway, peeringLocation), successful, callOptions);
  }

  @Override
  public boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation)
      throws InterruptedException {
    return siteFailoverTestRunner.isUnderWay(
        new SiteFailoverTestRunner.TestSite(gateway, peeringLocation));
  }
}
