package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ProvisioningState;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Deletes resources, and waits until they no longer exist. */
final class AzureResourceRemover {
  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;
  private final AzureResourceReader reader;

  AzureResourceRemover(
      ArmHttpClient requests, ResourceOperations resourceOperations, AzureResourceReader reader) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
    this.reader = reader;
  }

  /** Removes a resource; one that is not there is no error. */
  void remove(ResourceKey key, CallOptions callOptions) throws InterruptedException {
    try {
      resourceOperations.finish(
          key,
          ExpectedOutcome.DELETED,
          () -> requests.delete(key.id(), SdkResourceModel.of(key.type()).version()),
          callOptions);
    } catch (CloudException refused) {
      if (!refused.isAbsent()) {
        throw isUsedNoMore(key, refused) ? refused.as(Kind.BUSY) : refused;
      }
    }
  }

  /**
   * Whether everything that the service named as an obstacle has been removed. A subnet or an
   * address is still in use for some time after the gateway has been removed that used it.
   */
  private boolean isUsedNoMore(ResourceKey key, CloudException refused) {
    if (refused.kind() != Kind.REFUSED || !refused.code().endsWith(ErrorCode.IN_USE_SUFFIX)) {
      return false;
    }
    List<String> users =
        ResourceIdParser.idsIn(Objects.toString(refused.getMessage(), "")).stream()
            .filter(user -> !isPartOf(key, user))
            .toList();
    return !users.isEmpty() && users.stream().allMatch(this::isLeaving);
  }

  private boolean isLeaving(String id) {
    return ResourceIdParser.find(id)
        .map(
            user ->
                reader
                    .state(user)
                    .map(state -> ProvisioningState.of(state) == ProvisioningState.DELETING)
                    .orElse(true))
        .orElse(false);
  }

  /** Whether the id is the resource's own, or that of the whole that it belongs to. */
  private static boolean isPartOf(ResourceKey key, String id) {
    String whole = id.toLowerCase(Locale.ROOT);
    return key.comparableId().equals(whole) || key.comparableId().startsWith(whole + "/");
  }
}
