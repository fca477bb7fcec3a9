package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * What a drill needs of a cloud beside reading and writing resources. Implementations may be called
 * from several threads. All methods throw {@link CloudException} when the cloud refuses or cannot
 * be reached.
 */
public interface DrillCloud {

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
   * A management lock.
   *
   * @param name its name
   * @param level {@code CanNotDelete} or {@code ReadOnly}
   * @param scope the id of what is locked, with everything in it
   */
  record ManagementLock(String name, String level, String scope) {}

  /** The locks that hold for a resource: its own, its group's and its subscription's. */
  List<ManagementLock> locks(ResourceKey key);

  /**
   * What of these this identity may not do to a resource, by the role assignments that Azure names.
   *
   * @param actions such as {@code Microsoft.Network/expressRouteCircuits/peerings/write}
   */
  List<String> forbidden(ResourceKey key, List<String> actions);

  /**
   * Starts Azure's test of a site failover, and waits until ExpressRoute is gone.
   *
   * @param gateway the ExpressRoute gateway
   * @param peeringLocation the site
   */
  void startSiteTest(ResourceKey gateway, String peeringLocation, Call call)
      throws InterruptedException;

  /**
   * Stops it, and waits until ExpressRoute is back.
   *
   * @param successful what is noted of the test in Azure
   */
  void stopSiteTest(ResourceKey gateway, String peeringLocation, boolean successful, Call call)
      throws InterruptedException;

  /** Whether a test of a site failover is running at a gateway. */
  boolean isSiteTestRunning(ResourceKey gateway, String peeringLocation)
      throws InterruptedException;
}
