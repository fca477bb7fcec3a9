package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.SessionDescription;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.model.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Signs in: cloud, identity, token, subscription, each with its own sentence when it fails. */
public final class Authentication {
  private final Pipelines pipelines;
  private final ExecutorService executor;
  private final ServiceErrors errors;

  /**
   * Signs in over the given pipelines.
   *
   * @param executor for azure-identity, which works on threads of its own
   */
  public Authentication(Pipelines pipelines, ExecutorService executor, ServiceErrors errors) {
    this.pipelines = pipelines;
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
  public record SignedIn(
      CloudEnvironment cloud,
      RememberedTokens tokens,
      Identity identity,
      HttpPipeline pipeline,
      SessionDescription description) {

    /** How long the identity stays signed in. */
    public SignInTerm term() {
      return identity.basis().term(tokens.end(cloud.scope()).orElse(Instant.MIN));
    }
  }

  /**
   * Signs in.
   *
   * @throws io.github.hybridnet.model.HybridnetException when it is not possible
   */
  public SignedIn signIn(CloudSettings settings, SignIn signIn) {
    Sourced subscription = Ids.checked("subscription", settings.subscriptionId());
    CloudEnvironment cloud = cloud(settings.target());
    Identity identity = identity(cloud, settings, signIn);
    SignInFailures failures = new SignInFailures(errors, identity, cloud.authorityHost());
    RememberedTokens tokens =
        new RememberedTokens(
            identity.credentials(), errors.clock(), errors.scrubber(), failures::later);
    requireToken(cloud, failures, tokens);
    HttpPipeline pipeline = pipelines.authenticated(cloud.endpoint(), tokens, cloud.scope());
    SubscriptionChoice.Chosen chosen =
        new SubscriptionChoice(new ArmRequests(pipeline, cloud.endpoint(), errors))
            .choose(subscription, identity);
    SessionDescription description =
        new SessionDescription(
            new Sourced(cloud.name(), settings.targetSource()),
            cloud.endpoint(),
            tenant(identity, chosen),
            chosen.subscription(),
            identity.name(),
            null);
    return new SignedIn(cloud, tokens, identity, pipeline, description);
  }

  private CloudEnvironment cloud(CloudTarget target) {
    if (target instanceof CloudTarget.Known known) {
      return CloudEnvironment.of(known);
    }
    URI endpoint = ((CloudTarget.Endpoint) target).uri();
    try {
      return new CloudMetadata(pipelines.guarded(endpoint)).read(endpoint);
    } catch (io.github.hybridnet.model.HybridnetException known) {
      throw known;
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      throw SignInFailures.unreachable(failure, endpoint);
    }
  }

  private Identity identity(CloudEnvironment cloud, CloudSettings settings, SignIn signIn) {
    CredentialFactory credentials = new CredentialFactory(cloud, pipelines, executor, errors);
    if (signIn instanceof SignIn.ServicePrincipal principal) {
      return servicePrincipal(credentials, settings, principal);
    }
    SignIn.FromEnvironment ambient = (SignIn.FromEnvironment) signIn;
    List<Candidate> considered =
        new EnvironmentChain(new Surroundings(credentials, ambient, settings)).candidates();
    return considered.stream()
        .map(Candidate::identity)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> SignInProblems.noCredential(cloud, ambient.type(), considered));
  }

  private Identity servicePrincipal(
      CredentialFactory credentials, CloudSettings settings, SignIn.ServicePrincipal principal) {
    Ids.checked("client", new Sourced(principal.clientId(), principal.source()));
    Sourced name = new Sourced("service principal " + principal.clientId(), principal.source());
    Sourced tenant = Ids.checked("tenant", tenant(settings.tenantId(), principal));
    if (tenant == null) {
      throw SignInProblems.noTenant(name);
    }
    Secret secret = errors.scrubber().remember(principal.secret());
    return new Identity(
        () -> credentials.secret(tenant.value(), principal.clientId(), secret),
        name,
        tenant,
        SignInBasis.lasting("it has a client secret"));
  }

  private static @Nullable Sourced tenant(
      @Nullable Sourced given, SignIn.ServicePrincipal principal) {
    if (given != null) {
      return given;
    }
    String own = principal.tenantId();
    return own == null ? null : new Sourced(own, principal.source());
  }

  private static void requireToken(
      CloudEnvironment cloud, SignInFailures failures, RememberedTokens tokens) {
    TokenRequestContext request =
        new TokenRequestContext().addScopes(cloud.scope()).setCaeEnabled(true);
    try {
      tokens.first(request);
    } catch (RuntimeException thrown) {
      throw failures.of(thrown);
    }
  }

  private static Sourced tenant(Identity identity, SubscriptionChoice.Chosen chosen) {
    if (identity.tenant() != null) {
      return identity.tenant();
    }
    return new Sourced(
        Objects.requireNonNullElse(chosen.tenantId(), "unknown"), "the subscription");
  }
}
