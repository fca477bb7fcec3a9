package io.github.hybridnet.azure;

import com.azure.core.http.HttpClient;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.http.transport.HttpStack;
import io.github.hybridnet.azure.http.transport.TlsContextFactory;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloudClient;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.azure.settings.SessionDescription;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.signin.CloudAuthenticator;
import io.github.hybridnet.azure.signin.CloudAuthenticator.AuthenticatedSession;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.vault.KeyVaultSecretReader;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.engine.retry.MonotonicClock;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An identity signed in to a subscription of a cloud. May be used by several threads at once. */
public final class AzureSession implements AutoCloseable {
  private final HttpStack stack;
  private final TrafficListener listener;
  private final AuthenticatedSession authenticatedSession;
  private final AzureCloudClient cloud;
  private final KeyVaultSecretReader vaults;

  private AzureSession(
      HttpStack stack,
      TrafficListener listener,
      AuthenticatedSession authenticatedSession,
      AzureCloudClient cloud,
      KeyVaultSecretReader vaults) {
    this.stack = stack;
    this.listener = listener;
    this.authenticatedSession = authenticatedSession;
    this.cloud = cloud;
    this.vaults = vaults;
  }

  /**
   * Time, as a session knows it.
   *
   * @param clock the time of day: when tokens and certificates expire
   * @param steady measures how long something lasts, also when the clock is changed meanwhile
   * @param sleeper lets it pass
   */
  public record SessionTime(InstantSource clock, InstantSource steady, Sleeper sleeper) {
    /** Real time, from now on. */
    public static SessionTime real() {
      return new SessionTime(InstantSource.system(), MonotonicClock.begin(), Sleeper.REAL);
    }
  }

  /**
   * Opens a session: signs in and chooses the subscription.
   *
   * @param settings where
   * @param signInMethod who
   * @param proxy the proxy of the user's settings, or null
   * @param sessionTime the time to wait by
   * @param listener hears what is said to Azure Resource Manager; closed with the session
   * @throws io.github.hybridnet.text.UserException when it is not possible
   */
  public static AzureSession open(
      CloudSettings settings,
      SignInMethod signInMethod,
      @Nullable ProxySettings proxy,
      SessionTime sessionTime,
      TrafficListener listener) {
    HttpStack stack =
        new HttpStack(trust(settings), proxy, sessionTime.steady(), sessionTime.sleeper());
    try {
      return open(stack, settings, signInMethod, sessionTime, listener);
    } catch (RuntimeException e) {
      stack.close();
      listener.close();
      throw e;
    }
  }

  private static AzureSession open(
      HttpStack stack,
      CloudSettings settings,
      SignInMethod signInMethod,
      SessionTime sessionTime,
      TrafficListener listener) {
    HttpClient client = stack.client();
    SecretScrubber secretScrubber = new SecretScrubber();
    CloudErrorTranslator errors = new CloudErrorTranslator(secretScrubber, sessionTime.clock());
    AuthenticatedSession authenticatedSession =
        new CloudAuthenticator(
                new HttpPipelineFactory(client, secretScrubber, listener), stack.executor(), errors)
            .signIn(settings, signInMethod);
    ArmHttpClient asMade =
        new ArmHttpClient(
            authenticatedSession.pipeline(), authenticatedSession.cloud().endpoint(), errors);
    LongRunningOperations operations =
        new LongRunningOperations(asMade, sessionTime.steady(), sessionTime.sleeper());
    ArmHttpClient requests =
        authenticatedSession.cloud().hasNewestVersions() ? asMade : asMade.withListedVersions();
    return new AzureSession(
        stack,
        listener,
        authenticatedSession,
        new AzureCloudClient(requests, operations, secretScrubber),
        new KeyVaultSecretReader(authenticatedSession, client, errors, secretScrubber));
  }

  private static @Nullable SSLContext trust(CloudSettings settings) {
    Path certificates = settings.caCertificates();
    if (certificates == null) {
      return null;
    }
    try {
      return settings.target() instanceof CloudTarget.Endpoint
          ? TlsContextFactory.only(certificates)
          : TlsContextFactory.also(certificates);
    } catch (IOException | GeneralSecurityException e) {
      String where = settings.targetSource();
      String source =
          where.equals("hybridnet.cloud=simulator") ? where : "hybridnet.caCertificates";
      throw EndpointProblems.unreadableCertificates(certificates, source, e);
    }
  }

  /** What the engine needs of Azure. */
  public CloudClient cloud() {
    return cloud;
  }

  /**
   * The availability zones of a region; empty when Azure does not list the region.
   *
   * @throws io.github.hybridnet.arm.CloudException when the list cannot be read
   */
  public Optional<List<String>> zonesOf(Region region) {
    return cloud.zonesOf(subscriptionId(), region);
  }

  /** What gateways say of their routing. */
  public GatewayRoutingClient views() {
    return cloud.views();
  }

  /** What Azure is asked before it is changed. */
  public ChangeGuardClient questions() {
    return cloud.drills();
  }

  /** What a failover drill needs in addition. */
  public DrillCloud drills() {
    return cloud.drills();
  }

  /** What Azure sees from inside the network. */
  public InsideViews inside() {
    return cloud.inside();
  }

  /** The cloud and the identity of the session: the first lines that a goal prints. */
  public SessionDescription describe() {
    URI endpoint = authenticatedSession.cloud().endpoint();
    return authenticatedSession.description().through(stack.proxyFor(endpoint).orElse(null));
  }

  /** How long the identity stays signed in, as far as is known now. */
  public SignInLifetime signIn() {
    return authenticatedSession.term();
  }

  /** The address of the resource manager. */
  public String endpoint() {
    return authenticatedSession.cloud().endpoint().toString();
  }

  /** The id of the subscription in which the session works. */
  public String subscriptionId() {
    return authenticatedSession.description().subscription().id();
  }

  /**
   * The secret with its text, fetched from its Key Vault if that is where it is.
   *
   * @throws io.github.hybridnet.text.UserException when the vault does not give it
   */
  public Secret resolve(Secret secret) {
    return vaults.resolve(secret);
  }

  /** Ends the session's threads. */
  @Override
  public void close() {
    stack.close();
    listener.close();
  }
}
