package io.github.hybridnet.azure;

import com.azure.core.http.HttpClient;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.HttpStack;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.http.Trust;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloud;
import io.github.hybridnet.azure.signin.Authentication;
import io.github.hybridnet.azure.signin.Authentication.SignedIn;
import io.github.hybridnet.azure.signin.SignInProblems;
import io.github.hybridnet.azure.vault.KeyVaultSecrets;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.MonotonicClock;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.engine.guard.ChangeQuestions;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.InsideViews;
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
  private final SignedIn signedIn;
  private final AzureCloud cloud;
  private final KeyVaultSecrets vaults;

  private AzureSession(
      HttpStack stack, SignedIn signedIn, AzureCloud cloud, KeyVaultSecrets vaults) {
    this.stack = stack;
    this.signedIn = signedIn;
    this.cloud = cloud;
    this.vaults = vaults;
  }

  /**
   * Time, as a session knows it.
   *
   * @param clock tells it, as others know it too: when tokens and certificates end
   * @param steady tells how long something lasts, whatever is done to the clock meanwhile
   * @param sleeper lets it pass
   */
  public record Time(InstantSource clock, InstantSource steady, Sleeper sleeper) {
    /** Real time, from now on. */
    public static Time real() {
      return new Time(InstantSource.system(), MonotonicClock.begin(), Sleeper.REAL);
    }
  }

  /**
   * Signs in.
   *
   * @param settings where
   * @param signIn who
   * @param proxy the proxy of the user's settings, or null
   * @param time the time to wait by
   * @throws io.github.hybridnet.model.HybridnetException when it is not possible
   */
  public static AzureSession open(
      CloudSettings settings, SignIn signIn, @Nullable ProxySettings proxy, Time time) {
    HttpStack stack = new HttpStack(trust(settings), proxy, time.steady(), time.sleeper());
    try {
      return open(stack, settings, signIn, time);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private static AzureSession open(
      HttpStack stack, CloudSettings settings, SignIn signIn, Time time) {
    HttpClient client = stack.client();
    Scrubber scrubber = new Scrubber();
    ServiceErrors errors = new ServiceErrors(scrubber, time.clock());
    SignedIn signedIn =
        new Authentication(new Pipelines(client, scrubber), stack.executor(), errors)
            .signIn(settings, signIn);
    LongRunningOperations operations =
        new LongRunningOperations(signedIn.pipeline(), errors, time.steady(), time.sleeper());
    ArmRequests asMade = new ArmRequests(signedIn.pipeline(), signedIn.cloud().endpoint(), errors);
    ArmRequests requests =
        signedIn.cloud().hasNewestVersions() ? asMade : asMade.withListedVersions();
    return new AzureSession(
        stack,
        signedIn,
        new AzureCloud(requests, operations, scrubber),
        new KeyVaultSecrets(signedIn, client, errors, scrubber));
  }

  private static @Nullable SSLContext trust(CloudSettings settings) {
    Path certificates = settings.caCertificates();
    if (certificates == null) {
      return null;
    }
    try {
      return settings.target() instanceof CloudTarget.Endpoint
          ? Trust.only(certificates)
          : Trust.also(certificates);
    } catch (IOException | GeneralSecurityException e) {
      String where = settings.targetSource();
      String source =
          where.equals("hybridnet.cloud=simulator") ? where : "hybridnet.caCertificates";
      throw SignInProblems.unreadableCertificates(certificates, source, e);
    }
  }

  /** What the engine needs of Azure. */
  public Cloud cloud() {
    return cloud;
  }

  /**
   * The availability zones of a region; empty when Azure does not list the region.
   *
   * @throws io.github.hybridnet.engine.CloudException when the list cannot be read
   */
  public Optional<List<String>> zonesOf(Region region) {
    return cloud.zonesOf(subscriptionId(), region);
  }

  /** What gateways say of their routing. */
  public GatewayViews views() {
    return cloud.views();
  }

  /** What Azure is asked before it is changed. */
  public ChangeQuestions questions() {
    return cloud.drills();
  }

  /** What a failover drill needs beside. */
  public DrillCloud drills() {
    return cloud.drills();
  }

  /** What Azure sees from inside the network. */
  public InsideViews inside() {
    return cloud.inside();
  }

  /** Where the session works and as whom: the first lines that a goal prints. */
  public SessionDescription describe() {
    URI endpoint = signedIn.cloud().endpoint();
    return signedIn.description().through(stack.proxyFor(endpoint).orElse(null));
  }

  /** How long the identity stays signed in, as far as is known now. */
  public SignInTerm signIn() {
    return signedIn.term();
  }

  /** The address of the resource manager. */
  public String endpoint() {
    return signedIn.cloud().endpoint().toString();
  }

  /** The subscription. */
  public String subscriptionId() {
    return signedIn.description().subscription().id();
  }

  /**
   * The secret with its text, fetched from its Key Vault if that is where it is.
   *
   * @throws io.github.hybridnet.model.HybridnetException when the vault does not give it
   */
  public Secret resolve(Secret secret) {
    return vaults.resolve(secret);
  }

  /** Ends the session's threads. */
  @Override
  public void close() {
    stack.close();
  }
}
