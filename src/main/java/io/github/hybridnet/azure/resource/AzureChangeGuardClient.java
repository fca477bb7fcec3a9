package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import java.util.List;
import java.util.Optional;

/** What Azure is asked before it is changed. */
class AzureChangeGuardClient implements ChangeGuardClient {
  private final ManagementLockReader locks;
  private final PermissionReader permissionReader;
  private final DeploymentValidation validation;

  /**
   * What the questions are asked with.
   *
   * @param scrubber remembers secrets of what is to be made
   */
  record RequestServices(
      ArmHttpClient requests, ResourceOperations longRequests, SecretScrubber scrubber) {}

  AzureChangeGuardClient(RequestServices requestServices) {
    this.locks = new ManagementLockReader(requestServices.requests());
    this.permissionReader = new PermissionReader(requestServices.requests());
    this.validation =
        new DeploymentValidation(
            requestServices.requests(), requestServices.longRequests(), requestServices.scrubber());
  }

  @Override
  public final List<ManagementLock> locks(ResourceKey scope) {
    return locks.of(scope);
  }

  @Override
  public final List<String> lacking(ResourceKey scope, List<String> actions) {
    return permissionReader.lacking(scope, actions);
  }

  @Override
  public final Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources)
      throws InterruptedException {
    return validation.refusal(group, resources);
  }
}
