package io.github.hybridnet.azure.signin.cloud;

import com.azure.core.management.AzureEnvironment;
import io.github.hybridnet.azure.settings.CloudTarget;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a cloud.
 *
 * @param name as shown to users
 * @param endpoint Azure Resource Manager
 * @param authority where tokens come from
 * @param audience the audience of tokens
 * @param vaultSuffix what follows the name of a Key Vault in its address; null when the cloud has
 *     no Key Vault
 */
public record CloudEnvironment(
    String name, URI endpoint, URI authority, String audience, @Nullable String vaultSuffix) {
  private static final String EXCHANGE = "api://AzureADTokenExchange";

  /** One of Microsoft's clouds; its addresses are part of the SDK. */
  public static CloudEnvironment of(CloudTarget.KnownCloud cloud) {
    AzureEnvironment sdk = sdk(cloud);
    URI endpoint = bare(sdk.getResourceManagerEndpoint());
    return new CloudEnvironment(
        cloud.label(),
        endpoint,
        bare(sdk.getActiveDirectoryEndpoint()),
        endpoint.toString(),
        sdk.getKeyVaultDnsSuffix());
  }

  private static AzureEnvironment sdk(CloudTarget.KnownCloud cloud) {
    return switch (cloud) {
      case AZURE -> AzureEnvironment.AZURE;
      case AZURE_CHINA -> AzureEnvironment.AZURE_CHINA;
      case AZURE_US_GOVERNMENT -> AzureEnvironment.AZURE_US_GOVERNMENT;
    };
  }

  static URI bare(String address) {
    return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
  }

  /**
   * The audience of a federated token that signs in here.
   *
   * <p>Source: Microsoft's considerations for workload identity federation (audiences of the
   * national clouds).
   */
  public String federationAudience() {
    String host = authority.getHost().toLowerCase(Locale.ROOT);
    if (host.endsWith(".us")) {
      return EXCHANGE + "USGov";
    }
    return host.endsWith(".cn") ? EXCHANGE + "China" : EXCHANGE;
  }

  /** What a token is asked for. */
  public String scope() {
    return audience + "/.default";
  }

  /** Whether it is one of Microsoft's clouds. */
  public boolean isMicrosofts() {
    for (CloudTarget.KnownCloud knownCloud : CloudTarget.KnownCloud.values()) {
      if (of(knownCloud).endpoint().equals(endpoint)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is Azure for the world, which gets new versions of Azure's interfaces first. */
  public boolean hasNewestVersions() {
    return of(CloudTarget.KnownCloud.AZURE).endpoint().equals(endpoint);
  }

  /** Whether tokens come from AD FS, whose only tenant is {@code adfs}. */
  public boolean isAdfs() {
    return authority.getPath() != null && authority.getPath().endsWith("/adfs");
  }

  /** The host that tokens come from. */
  public URI authorityHost() {
    return URI.create(authority.getScheme() + "://" + authority.getRawAuthority());
  }
}
