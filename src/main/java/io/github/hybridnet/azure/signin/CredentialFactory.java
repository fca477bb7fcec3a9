package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.model.Secret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Makes the credentials of azure-identity, each bound to the cloud's own authority. Instance
 * discovery is always off: it asks a host of the public cloud whether the authority may be trusted,
 * and ours are either Microsoft's constants or named by the user's endpoint.
 */
final class CredentialFactory {
  private final CloudEnvironment cloud;
  private final Pipelines pipelines;
  private final ExecutorService executor;

  CredentialFactory(CloudEnvironment cloud, Pipelines pipelines, ExecutorService executor) {
    this.cloud = cloud;
    this.pipelines = pipelines;
    this.executor = executor;
  }

  TokenCredential secret(String tenantId, String clientId, Secret secret) {
    return bound(new ClientSecretCredentialBuilder(), tenantId, clientId)
        .clientSecret(secret.reveal())
        .build();
  }

  TokenCredential certificate(
      String tenantId, String clientId, Path certificate, @Nullable Secret password) {
    ClientCertificateCredentialBuilder builder =
        bound(new ClientCertificateCredentialBuilder(), tenantId, clientId);
    String file = certificate.toString();
    boolean pem = file.toLowerCase(Locale.ROOT).endsWith(".pem");
    ClientCertificateCredentialBuilder with =
        pem ? builder.pemCertificate(file) : builder.pfxCertificate(file);
    if (password != null) {
      with.clientCertificatePassword(password.reveal());
    }
    return with.build();
  }

  TokenCredential workloadIdentity(String tenantId, String clientId, Path tokenFile) {
    return bound(new WorkloadIdentityCredentialBuilder(), tenantId, clientId)
        .tokenFilePath(tokenFile.toString())
        .build();
  }

  TokenCredential managedIdentity(@Nullable String clientId) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder()
            .executorService(executor)
            .httpPipeline(pipelines.open());
    return (clientId == null ? builder : builder.clientId(clientId)).build();
  }

  TokenCredential azureCli(@Nullable String tenantId) {
    AzureCliCredentialBuilder builder = new AzureCliCredentialBuilder();
    return (tenantId == null ? builder : builder.tenantId(tenantId)).build();
  }

  private <B extends AadCredentialBuilderBase<B>> B bound(
      B builder, String tenantId, String clientId) {
    return builder
        .authorityHost(cloud.authorityHost().toString())
        .disableInstanceDiscovery()
        .tenantId(cloud.isAdfs() ? "adfs" : tenantId)
        .clientId(clientId)
        .executorService(executor)
        .httpPipeline(pipelines.guarded(cloud.authorityHost()));
  }
}
