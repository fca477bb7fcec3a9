package io.github.hybridnet.azure.signin.credential;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.settings.ManagedIdentityId;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.certificate.ClientCertificate;
import io.github.hybridnet.azure.signin.cli.AzureCliTokenCredential;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import io.github.hybridnet.azure.signin.federation.FederatedToken;
import io.github.hybridnet.azure.signin.federation.PipelineTokenOrigin.JobToken;
import io.github.hybridnet.azure.signin.federation.PipelineTokenServices;
import io.github.hybridnet.azure.signin.token.TokenAnswerPolicy;
import io.github.hybridnet.model.Secret;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Makes the credentials of azure-identity, each bound to the cloud's own authority. Instance
 * discovery is always off: it asks a host of the public cloud whether the authority may be trusted,
 * and ours are either Microsoft's constants or named by the user's endpoint.
 */
public final class CredentialFactory {
  private final CloudEnvironment cloud;
  private final HttpPipelineFactory httpPipelineFactory;
  private final ExecutorService executor;
  private final CloudErrorTranslator errors;

  public CredentialFactory(
      CloudEnvironment cloud,
      HttpPipelineFactory httpPipelineFactory,
      ExecutorService executor,
      CloudErrorTranslator errors) {
    this.cloud = cloud;
    this.httpPipelineFactory = httpPipelineFactory;
    this.executor = executor;
    this.errors = errors;
  }

  /** A secret of the environment, which is masked from now on. */
  Secret remembered(String secret) {
    return errors.scrubber().remember(Secret.of(secret, Secret.Source.ENVIRONMENT));
  }

  public TokenCredential secret(String tenantId, String clientId, Secret secret) {
    return bound(new ClientSecretCredentialBuilder(), tenantId, clientId)
        .clientSecret(secret.reveal())
        .build();
  }

  TokenCredential certificate(
      String tenantId, String clientId, ClientCertificate.CertificateFile certificateFile) {
    ClientCertificate certificate = ClientCertificate.read(certificateFile, errors.clock());
    ClientCertificateCredentialBuilder builder =
        bound(new ClientCertificateCredentialBuilder(), tenantId, clientId)
            .sendCertificateChain(certificateFile.sendChain());
    ByteArrayInputStream content = new ByteArrayInputStream(certificate.content());
    if (certificate.isPem()) {
      return builder.pemCertificate(content).build();
    }
    return builder
        .pfxCertificate(content)
        .clientCertificatePassword(
            certificateFile.password() == null ? "" : certificateFile.password().reveal())
        .build();
  }

  /** A token of another issuer instead of a secret. */
  FederatedToken federated(FederatedToken.TokenOrigin tokenOrigin) {
    return new FederatedToken(tokenOrigin, errors.scrubber());
  }

  FederatedToken github(SourcedValue url, JobToken jobToken) {
    return new PipelineTokenServices(httpPipelineFactory, errors)
        .github(url, jobToken, cloud.federationAudience());
  }

  FederatedToken azurePipelines(SourcedValue url, JobToken jobToken, String connection) {
    return new PipelineTokenServices(httpPipelineFactory, errors).azure(url, jobToken, connection);
  }

  TokenCredential assertion(String tenantId, String clientId, FederatedToken token) {
    return bound(new ClientAssertionCredentialBuilder(), tenantId, clientId)
        .clientAssertion(token)
        .build();
  }

  /**
   * A credential of the machine's identity.
   *
   * @param id which of them, or null for its own
   * @param name as shown to users
   */
  TokenCredential managedIdentity(@Nullable ManagedIdentityId id, SourcedValue name) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder()
            .executorService(executor)
            .httpPipeline(
                httpPipelineFactory.nearby(new ManagedIdentityAnswerPolicy(errors, name)));
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

  TokenCredential azureCli(
      AzureCliTokenCredential.CliInstallation cliInstallation,
      AzureCliTokenCredential.CliAccount cliAccount) {
    return new AzureCliTokenCredential(
        cliInstallation, cliAccount, errors.scrubber(), errors.clock());
  }

  private <B extends AadCredentialBuilderBase<B>> B bound(
      B builder, String tenantId, String clientId) {
    return builder
        .authorityHost(cloud.authorityHost().toString())
        .disableInstanceDiscovery()
        .tenantId(cloud.isAdfs() ? "adfs" : tenantId)
        .clientId(clientId)
        .executorService(executor)
        .httpPipeline(
            httpPipelineFactory.read(new TokenAnswerPolicy(errors), cloud.authorityHost()));
  }
}
