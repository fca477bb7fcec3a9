package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.BodySecrets;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads resources from Azure Resource Manager. Secrets are masked as soon as they have been read.
 */
final class AzureResourceReader {
  private final ArmHttpClient requests;
  private final SecretScrubber secretScrubber;
  private final ConnectionSharedKeys connectionSharedKeys;
  private final RadiusSecretReader radiusSecretReader;

  AzureResourceReader(
      ArmHttpClient requests,
      SecretScrubber secretScrubber,
      ConnectionSharedKeys connectionSharedKeys) {
    this.requests = requests;
    this.secretScrubber = secretScrubber;
    this.connectionSharedKeys = connectionSharedKeys;
    this.radiusSecretReader = new RadiusSecretReader(requests);
  }

  /** The resource, or empty when it does not exist. */
  Optional<ActualResource> read(ResourceKey key) {
    return unlessAbsent(
        () -> {
          ActualResource actual = readWithTags(key);
          return masked(
              switch (key.type()) {
                case CONNECTION -> connectionSharedKeys.completed(actual);
                case VIRTUAL_NETWORK_GATEWAY -> radiusSecretReader.completed(actual);
                default -> actual;
              });
        });
  }

  /**
   * A read of a group misses its tags now and then (terraform-provider-azurerm issues 7139, 26340),
   * so one without tags is read again.
   */
  private ActualResource readWithTags(ResourceKey key) {
    ActualResource actual = SdkResourceModel.of(key.type()).read(requests, key);
    boolean untagged = ResourceBody.map(actual.body().get("tags")).isEmpty();
    return key.type() == ResourceType.RESOURCE_GROUP && untagged
        ? SdkResourceModel.of(key.type()).read(requests, key)
        : actual;
  }

  /** Its provisioning state, or empty when it does not exist. */
  Optional<String> state(ResourceKey key) {
    return unlessAbsent(
        () -> SdkResourceModel.of(key.type()).read(requests, key).provisioningState());
  }

  /**
   * The resource with what Azure shows of it without being asked for secrets: a connection has no
   * key. Empty when it does not exist.
   */
  Optional<ActualResource> readWithoutSecrets(ResourceKey key) {
    return unlessAbsent(() -> masked(SdkResourceModel.of(key.type()).read(requests, key)));
  }

  /**
   * The resource as a list has it.
   *
   * @throws CloudException when the entry cannot be read
   */
  ActualResource listed(ResourceKey key, Map<String, Object> entry) {
    try {
      return masked(SdkResourceModel.of(key.type()).listed(key, entry));
    } catch (IOException | RuntimeException e) {
      throw UnreadableAnswers.about("the " + key + " in a list", e);
    }
  }

  /** What was read, or empty when Azure says that it does not exist. */
  static <T> Optional<T> unlessAbsent(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (CloudException failure) {
      if (failure.isAbsent()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private ActualResource masked(ActualResource actual) {
    return actual.withBody(BodySecrets.masked(actual.body(), secretScrubber::remember));
  }
}
