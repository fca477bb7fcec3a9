package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.IdentifierFormat;
import io.github.hybridnet.azure.settings.SessionDescription;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import io.github.hybridnet.azure.signin.cloud.CloudMetadataReader;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.signin.credential.CredentialCandidate;
import io.github.hybridnet.azure.signin.credential.CredentialChain;
import io.github.hybridnet.azure.signin.credential.CredentialContext;
import io.github.hybridnet.azure.signin.credential.CredentialFactory;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import io.github.hybridnet.azure.signin.token.TokenCache;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Signs in: cloud, identity, token, subscription, each with its own sentence when it fails. */
public final class CloudAuthenticator {
  private final HttpPipelineFactory httpPipelineFactory;
  private final ExecutorService executor;
  private final CloudErrorTranslator errors;

  /**
   * Signs in over the given pipelines.
   *
   * @param executor for azure-identity, which works on threads of its own
   */
  public CloudAuthenticator(
      HttpPipelineFactory httpPipelineFactory,
      ExecutorService executor,
      CloudErrorTranslator errors) {
    this.httpPipelineFactory = httpPipelineFactory;
    this.executor = executor;
    this.errors = errors;
  }

  /**
   * Who signed in, and where.
   *
   * @param cloud the cloud's addresses
   * @param tokens the identity's
   * @param identity who
   * @param pipeline carries the identity's token to the cloud, and nowhere else
   * @param description for the user
   */
  public record AuthenticatedSession(
      CloudEnvironment cloud,
      TokenCache tokens,
      SignInIdentity identity,
      HttpPipeline pipeline,
      SessionDescription description) {

    /** How long the identity stays signed in. */
    public SignInLifetime term() {
      return identity.basis().term(tokens.end(cloud.scope()).orElse(Instant.MIN));
    }
  }

  /**
   * Signs in and chooses the subscription.
   *
   * @throws io.github.hybridnet.text.UserException when it is not possible
   */
  public AuthenticatedSession signIn(CloudSettings settings, SignInMethod signInMethod) {
    SourcedValue subscription = IdentifierFormat.checked("subscription", settings.subscriptionId());
    CloudEnvironment cloud = cloud(settings.target());
    SignInIdentity signInIdentity = identity(cloud, settings, signInMethod);
    SignInFailureTranslator failures =
        new SignInFailureTranslator(errors, signInIdentity, cloud.authorityHost());
    TokenCache tokens =
        new TokenCache(
            signInIdentity.credentials(), errors.clock(), errors.scrubber(), failures::later);
    requireToken(cloud, failures, tokens);
    HttpPipeline pipeline =
        httpPipelineFactory.authenticated(cloud.endpoint(), tokens, cloud.scope());
    SubscriptionSelector.SelectedSubscription selectedSubscription =
        new SubscriptionSelector(new ArmHttpClient(pipeline, cloud.endpoint(), errors))
            .choose(subscription, signInIdentity);
    SessionDescription description =
        new SessionDescription(
            new SourcedValue(cloud.name(), settings.targetSource()),
            cloud.endpoint(),
            tenant(signInIdentity, selectedSubscription),
            selectedSubscription.subscription(),
            signInIdentity.name(),
            null);
    return new AuthenticatedSession(cloud, tokens, signInIdentity, pipeline, description);
  }

  private CloudEnvironment cloud(CloudTarget target) {
    if (target instanceof CloudTarget.KnownCloud knownCloud) {
      return CloudEnvironment.of(knownCloud);
    }
    URI endpoint = ((CloudTarget.Endpoint) target).uri();
    try {
      return new CloudMetadataReader(httpPipelineFactory.guarded(endpoint)).read(endpoint);
    } catch (UserException known) {
      throw known;
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      throw EndpointProblems.of(failure, endpoint);
    }
  }

  private SignInIdentity identity(
      CloudEnvironment cloud, CloudSettings settings, SignInMethod signInMethod) {
    CredentialFactory credentials =
        new CredentialFactory(cloud, httpPipelineFactory, executor, errors);
    if (signInMethod instanceof SignInMethod.ServicePrincipal principal) {
      return servicePrincipal(credentials, settings, principal);
    }
    SignInMethod.EnvironmentSignIn ambient = (SignInMethod.EnvironmentSignIn) signInMethod;
    List<CredentialCandidate> considered =
        new CredentialChain(new CredentialContext(credentials, ambient, settings)).candidates();
    return considered.stream()
        .map(CredentialCandidate::identity)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> SignInProblems.noCredential(cloud, ambient.type(), considered));
  }

  private SignInIdentity servicePrincipal(
      CredentialFactory credentials,
      CloudSettings settings,
      SignInMethod.ServicePrincipal principal) {
    IdentifierFormat.checked("client", new SourcedValue(principal.clientId(), principal.source()));
    SourcedValue name =
        new SourcedValue("service principal " + principal.clientId(), principal.source());
    SourcedValue tenant =
        IdentifierFormat.checked("tenant", tenant(settings.tenantId(), principal));
    if (tenant == null) {
      throw SignInProblems.noTenant(name);
    }
    Secret secret = errors.scrubber().remember(principal.secret());
    return new SignInIdentity(
        () -> credentials.secret(tenant.value(), principal.clientId(), secret),
        name,
        tenant,
        SignInBasis.lasting("it has a client secret"));
  }

  private static @Nullable SourcedValue tenant(
      @Nullable SourcedValue given, SignInMethod.ServicePrincipal principal) {
    if (given != null) {
      return given;
    }
    String own = principal.tenantId();
    return own == null ? null : new SourcedValue(own, principal.source());
  }

  private static void requireToken(
      CloudEnvironment cloud, SignInFailureTranslator failures, TokenCache tokens) {
    TokenRequestContext request =
        new TokenRequestContext().addScopes(cloud.scope()).setCaeEnabled(true);
    try {
      tokens.first(request);
    } catch (RuntimeException thrown) {
      throw failures.of(thrown);
    }
  }

  private static SourcedValue tenant(
      SignInIdentity signInIdentity,
      SubscriptionSelector.SelectedSubscription selectedSubscription) {
    if (signInIdentity.tenant() != null) {
      return signInIdentity.tenant();
    }
    return new SourcedValue(
        Objects.requireNonNullElse(selectedSubscription.tenantId(), "unknown"), "the subscription");
  }
}
