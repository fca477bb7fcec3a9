package io.github.hybridnet.azure.http;

import com.azure.core.util.logging.ClientLogger;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For clouds that get versions of Azure's interfaces later than Azure for the world: the newest
 * version that the resource provider lists and that the models know, by type. Each provider is
 * asked once, when it is first needed. Where its answer says nothing, the version stays that for
 * which the request was made: the cloud may have it all the same.
 *
 * <p>Source: Azure/azure-powershell issue 27549, where a cloud refuses a version that others have.
 */
final class ListedApiVersionPolicy implements ApiVersionPolicy {
  private static final ClientLogger LOG = new ClientLogger(ListedApiVersionPolicy.class);

  private final ArmHttpClient requests;
  private final Map<String, ProviderApiVersions> providers = new ConcurrentHashMap<>();

  /**
   * Asks the providers of a cloud.
   *
   * @param requests with versions as they were made
   */
  ListedApiVersionPolicy(ArmHttpClient requests) {
    this.requests = requests;
  }

  @Override
  public String of(String path, ApiVersion made) {
    Optional<ArmPathType> type = made.isOfModels() ? ArmPathType.of(path) : Optional.empty();
    return type.flatMap(known -> provider(known).newest(known, made.text())).orElse(made.text());
  }

  @Override
  public String reason(String path, String asked) {
    return ArmPathType.of(path)
        .flatMap(type -> known(type).map(listed -> reason(listed, type, asked)))
        .orElseGet(() -> AS_MADE.reason(path, asked));
  }

  private static String reason(ProviderApiVersions listed, ArmPathType type, String asked) {
    if (listed.unread().isPresent()) {
      return "the provider's list of versions could not be read ("
          + listed.unread().get()
          + "), so that no older version could be chosen";
    }
    return listed.newest(type, asked).filter(asked::equals).isPresent()
        ? "the provider lists this version all the same, perhaps for other regions"
        : "the provider lists no version that hybridnet knows";
  }

  private Optional<ProviderApiVersions> known(ArmPathType type) {
    return Optional.ofNullable(providers.get(key(type)));
  }

  private ProviderApiVersions provider(ArmPathType type) {
    return providers.computeIfAbsent(key(type), key -> read(type));
  }

  private static String key(ArmPathType type) {
    return type.provider().toLowerCase(Locale.ROOT);
  }

  private ProviderApiVersions read(ArmPathType type) {
    try {
      return requests.get(
          type.provider(),
          ApiVersion.PROVIDERS,
          reader -> ProviderApiVersions.of(type, JsonTree.read(reader)));
    } catch (CloudException failure) {
      if (failure.code().equals(OwnErrorCode.INTERRUPTED)) {
        throw failure;
      }
      LOG.verbose(
          "The versions of {} cannot be read; those that hybridnet is made for stay: {}: {}",
          type.namespace(),
          failure.code(),
          failure.getMessage());
      return ProviderApiVersions.unread(failure.code());
    }
  }
}
