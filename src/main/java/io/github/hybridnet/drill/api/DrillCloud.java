package io.github.hybridnet.drill.api;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import java.util.Map;

/**
 * What a drill needs of a cloud beside reading and writing resources. Implementations may be called
 * from several threads. All methods throw {@link CloudException} when the cloud refuses or cannot
 * be reached.
 */
public interface DrillCloud extends ChangeGuardClient {

  /**
   * The tags of a resource group, through {@code Microsoft.Resources/tags/default}.
   *
   * @return empty when there are none
   */
  Map<String, String> tags(ResourceKey group);

  /** Adds tags to a resource group, or sets their values; all others stay (operation Merge). */
  void mergeTags(ResourceKey group, Map<String, String> tags);

  /**
   * Removes tags of a resource group that have just these values; all others stay (operation
   * Delete).
   */
  void deleteTags(ResourceKey group, Map<String, String> tags);

  /**
   * Starts Azure's test of a site failover, and waits until ExpressRoute is gone.
   *
   * @param gateway the ExpressRoute gateway
   * @param peeringLocation the site
   */
  void startSiteTest(ResourceKey gateway, String peeringLocation, CallOptions callOptions)
      throws InterruptedException;

  /**
   * Stops it, and waits until ExpressRoute is back.
   *
   * @param successful what is noted of the test in Azure
   */
  void stopSiteTest(
      ResourceKey gateway, String peeringLocation, boolean successful, CallOptions callOptions)
      throws InterruptedException;

  /** Whether a test of a site failover is running at a gateway. */
  boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation)
      throws InterruptedException;
}
