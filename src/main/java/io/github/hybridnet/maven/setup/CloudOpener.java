package io.github.hybridnet.maven.setup;

import io.github.hybridnet.azure.AuthType;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.EnvironmentProxy;
import io.github.hybridnet.azure.EnvironmentVariables;
import io.github.hybridnet.azure.ManagedIdentityId;
import io.github.hybridnet.azure.ProxySettings;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.maven.goal.OpenCloud;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Signs in to the cloud that the user named, and to no other. */
public final class CloudOpener {
  private static final String SIMULATOR = "simulator";
  private static final String PROPERTY = "hybridnet.cloud";
  private static final String JAVA_PROXY = "https.proxyHost";
  private static final String MANAGED_IDENTITY = "hybridnet.auth.managedIdentity.";

  private final MavenSession session;
  private final Settings settings;
  private final EnvironmentVariables environment;

  /**
   * An opener.
   *
   * @param environment the variables that credentials and the subscription may come from
   */
  public CloudOpener(
      MavenSession session, SettingsDecrypter decrypter, Map<String, String> environment) {
    this.session = session;
    this.settings = new Settings(session, decrypter);
    this.environment = new EnvironmentVariables(environment);
  }

  /**
   * Signs in.
   *
   * @throws io.github.hybridnet.model.HybridnetException when it is not possible
   */
  public OpenCloud open(CloudRequest request) {
    String cloud = request.cloud().strip();
    if (cloud.equalsIgnoreCase(SIMULATOR)) {
      return new SimulatedCloud(request.simulator(), SharedSimulators.of(session)).open();
    }
    CloudTarget target = CloudTarget.parse(new Sourced(cloud, PROPERTY));
    if (session.isOffline() && !target.isOnThisMachine()) {
      throw SetupProblems.offline(cloud);
    }
    CloudSettings where =
        new CloudSettings(
            target, PROPERTY, request.caCertificates(), subscription(request), tenant(request));
    SignIn who = SignIn.choose(server(request.serverId()), ambient(request));
    ProxySettings proxy = target.isOnThisMachine() ? null : proxy().orElse(null);
    return new SessionCloud(
        cloud,
        AzureSession.open(where, who, proxy, AzureSession.Time.real()),
        SessionCloud.Beside.NOTHING);
  }

  /** What was set for Maven or for its Java comes before what was set for all programs. */
  private Optional<ProxySettings> proxy() {
    boolean ofJava = session.getSystemProperties().getProperty(JAVA_PROXY) != null;
    return settings.proxy().or(() -> ofJava ? Optional.empty() : EnvironmentProxy.of(environment));
  }

  private @Nullable Sourced subscription(CloudRequest request) {
    Sourced given = sourced(request.subscriptionId(), "hybridnet.subscriptionId");
    return given != null ? given : environment.sourced("AZURE_SUBSCRIPTION_ID").orElse(null);
  }

  private SignIn.FromEnvironment ambient(CloudRequest request) {
    ManagedIdentityParameters ids = request.managedIdentity();
    return new SignIn.FromEnvironment(
        AuthType.parse(new Sourced(request.authType(), "hybridnet.auth.type")),
        environment,
        ManagedIdentityId.of(
                sourced(ids.clientId(), MANAGED_IDENTITY + "clientId"),
                sourced(ids.objectId(), MANAGED_IDENTITY + "objectId"),
                sourced(ids.resourceId(), MANAGED_IDENTITY + "resourceId"))
            .orElse(null));
  }

  private static @Nullable Sourced tenant(CloudRequest request) {
    return sourced(request.tenantId(), "hybridnet.tenantId");
  }

  /** What a script left empty is not set. */
  private static @Nullable Sourced sourced(@Nullable String value, String source) {
    return value == null || value.isBlank() ? null : new Sourced(value.strip(), source);
  }

  private SignIn.@Nullable ServicePrincipal server(@Nullable String serverId) {
    if (serverId == null || serverId.isBlank()) {
      return null;
    }
    Settings.Principal principal = settings.principal(serverId);
    return new SignIn.ServicePrincipal(
        principal.clientId(),
        principal.secret(),
        principal.tenantId(),
        "settings.xml server " + serverId);
  }
}
