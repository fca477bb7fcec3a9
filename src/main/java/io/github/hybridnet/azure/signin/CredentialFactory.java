package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.github.hybridnet.azure.ManagedIdentityId;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.signin.PipelineTokens.Permit;
import io.github.hybridnet.model.Secret;
import java.io.ByteArrayInputStream;
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
  private final ServiceErrors errors;

  CredentialFactory(
      CloudEnvironment cloud, Pipelines pipelines, ExecutorService executor, ServiceErrors errors) {
    this.cloud = cloud;
    this.pipelines = pipelines;
    this.executor = executor;
    this.errors = errors;
  }

  /** A secret of the environment, which is masked from now on. */
  Secret remembered(String secret) {
    return errors.scrubber().remember(Secret.of(secret, Secret.Source.ENVIRONMENT));
  }

  TokenCredential secret(String tenantId, String clientId, Secret secret) {
    return bound(new ClientSecretCredentialBuilder(), tenantId, clientId)
        .clientSecret(secret.reveal())
        .build();
  }

  TokenCredential certificate(String tenantId, String clientId, ClientCertificate.Place place) {
    ClientCertificate certificate = ClientCertificate.read(place, errors.clock());
    ClientCertificateCredentialBuilder builder =
        bound(new ClientCertificateCredentialBuilder(), tenantId, clientId)
            .sendCertificateChain(place.sendChain());
    ByteArrayInputStream content = new ByteArrayInputStream(certificate.content());
    if (certificate.isPem()) {
      return builder.pemCertificate(content).build();
    }
    return builder
        .pfxCertificate(content)
        .clientCertificatePassword(place.password() == null ? "" : place.password().reveal())
        .build();
  }

  /** A token of somebody else in the place of a secret. */
  FederatedToken federated(FederatedToken.Origin origin) {
    return new FederatedToken(origin, errors.scrubber());
  }

  FederatedToken github(Sourced url, Permit permit) {
    return new PipelineServices(pipelines, errors).github(url, permit, cloud.federationAudience());
  }

  FederatedToken azurePipelines(Sourced url, Permit permit, String connection) {
    return new PipelineServices(pipelines, errors).azure(url, permit, connection);
  }

  TokenCredential assertion(String tenantId, String clientId, FederatedToken token) {
    return bound(new ClientAssertionCredentialBuilder(), tenantId, clientId)
        .clientAssertion(token)
        .build();
  }

  /**
   * The machine's identity.
   *
   * @param id which of them, or null for its own
   * @param name as shown to users
   */
  TokenCredential managedIdentity(@Nullable ManagedIdentityId id, Sourced name) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder()
            .executorService(executor)
            .httpPipeline(pipelines.nearby(new MachineAnswers(errors, name)));
    return (id == null ? builder : named(builder, id)).build();
  }

  private static ManagedIdentityCredentialBuilder named(
      ManagedIdentityCredentialBuilder builder, ManagedIdentityId id) {
    String value = id.id().value();
    return switch (id.kind()) {
      case CLIENT -> builder.clientId(value);
      case OBJECT -> builder.objectId(value);
      case RESOURCE -> builder.resourceId(value);
    };
  }

  TokenCredential azureCli(AzureCli.Installation installation, AzureCli.Account account) {
    return new AzureCli(installation, account, errors.scrubber(), errors.clock());
  }

  private <B extends AadCredentialBuilderBase<B>> B bound(
      B builder, String tenantId, String clientId) {
    return builder
        .authorityHost(cloud.authorityHost().toString())
        .disableInstanceDiscovery()
        .tenantId(cloud.isAdfs() ? "adfs" : tenantId)
        .clientId(clientId)
        .executorService(executor)
        .httpPipeline(pipelines.read(new TokenAnswers(errors), cloud.authorityHost()));
  }
}
