package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.engine.guard.ChangeQuestions;
import io.github.hybridnet.engine.guard.ManagementLock;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What Azure is asked before it is changed. */
class ChangeRequests implements ChangeQuestions {
  private final ServiceErrors errors;
  private final ManagementLocks locks;
  private final Permissions permissions;
  private final DeploymentValidation validation;

  /**
   * What the questions are asked with.
   *
   * @param scrubber remembers secrets of what is to be made
   */
  record Parts(ArmRequests requests, LongRequests longRequests, Scrubber scrubber) {}

  ChangeRequests(Parts parts) {
    this.errors = parts.requests().errors();
    this.locks = new ManagementLocks(parts.requests());
    this.permissions = new Permissions(parts.requests());
    this.validation =
        new DeploymentValidation(parts.requests(), parts.longRequests(), parts.scrubber());
  }

  @Override
  public final List<ManagementLock> locks(ResourceKey scope) {
    return translated(() -> locks.of(scope));
  }

  @Override
  public final List<String> lacking(ResourceKey scope, List<String> actions) {
    return translated(() -> permissions.lacking(scope, actions));
  }

  @Override
  public final Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources)
      throws InterruptedException {
    return validation.refusal(group, resources);
  }

  final <T> T translated(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }
}
