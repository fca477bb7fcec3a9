package io.github.hybridnet.azure.operation;

import io.github.hybridnet.engine.CloudException;
import java.util.Locale;
import java.util.Set;

/** Asks the resource itself. */
final class StateProbe implements Probe {
  private static final Set<String> FAILED = Set.of("failed", "canceled", "cancelled");
  private static final Set<String> DONE = Set.of("succeeded", "unknown");

  private final ResourceState resource;

  StateProbe(ResourceState resource) {
    this.resource = resource;
  }

  @Override
  public Progress look() {
    String state =
        resource
            .read()
            .orElseThrow(() -> failed("ResourceMissing", "The resource is not there any more."));
    String lower = state.toLowerCase(Locale.ROOT);
    if (FAILED.contains(lower)) {
      throw failed(
          "Provisioning" + state,
          "The resource's provisioning state is "
              + state
              + ", and the service does not say why. Its activity log in Azure does.");
    }
    return Progress.of(DONE.contains(lower) ? Progress.Phase.DONE : Progress.Phase.RUNNING);
  }

  private static CloudException failed(String code, String message) {
    return new CloudException(
        CloudException.Kind.FAILED, code, message, CloudException.Answer.NONE, null);
  }
}
