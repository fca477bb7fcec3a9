package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Optional;

/**
 * What a cloud is asked before it is changed. Nothing is changed by it. Implementations may be
 * called from several threads. All methods throw {@link CloudException} when the cloud does not
 * answer, or not what was asked.
 */
public interface ChangeGuardClient {

  /** The locks at, above and below an existing scope, all that the cloud lists. */
  List<ManagementLock> locks(ResourceKey scope);

  /**
   * Which of these this identity may not do, by the role assignments that the cloud names.
   *
   * @param scope an existing scope
   * @param actions such as {@code Microsoft.Network/expressRouteCircuits/peerings/write}
   */
  List<String> lacking(ResourceKey scope, List<String> actions);

  /**
   * Why the cloud would not make these resources, by its own check before a deployment: policy,
   * quota, and what else its providers know before.
   *
   * @param group the resource group that all of them are in, and that exists
   * @return empty when it would make them
   * @throws InterruptedException when the build is stopped
   */
  Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources)
      throws InterruptedException;
}
