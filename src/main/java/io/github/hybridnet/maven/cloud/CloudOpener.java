package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentProxyReader;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.ManagedIdentityId;
import io.github.hybridnet.azure.settings.ProxySettings;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Signs in to the cloud that the user has configured, and to no other. */
public final class CloudOpener {
  private static final String SIMULATOR = "simulator";
  private static final String PROPERTY = "hybridnet.cloud";
  private static final String JAVA_PROXY = "https.proxyHost";
  private static final String MANAGED_IDENTITY = "hybridnet.auth.managedIdentity.";

  private final MavenSession session;
  private final MavenSettingsReader mavenSettingsReader;
  private final EnvironmentVariables environment;

  /**
   * Creates an opener for one build.
   *
   * @param environment the variables that credentials and the subscription may come from
   */
  public CloudOpener(
      MavenSession session, SettingsDecrypter decrypter, Map<String, String> environment) {
    this.session = session;
    this.mavenSettingsReader = new MavenSettingsReader(session, decrypter);
    this.environment = new EnvironmentVariables(environment);
  }

  /**
   * Signs in to the cloud that the parameters name.
   *
   * @param listener hears what is said to the cloud
   * @throws io.github.hybridnet.text.UserException when it is not possible
   */
  public CloudSession open(CloudRequest request, TrafficListener listener) {
    String cloud = request.cloud().strip();
    if (cloud.equalsIgnoreCase(SIMULATOR)) {
      return new SimulatorCloudOpener(request.simulator(), SharedSimulators.of(session))
          .open(listener);
    }
    CloudTarget target = CloudTarget.parse(new SourcedValue(cloud, PROPERTY));
    if (session.isOffline() && !target.isOnThisMachine()) {
      throw CloudSetupProblems.offline(cloud);
    }
    CloudSettings where =
        new CloudSettings(
            target, PROPERTY, request.caCertificates(), subscription(request), tenant(request));
    SignInMethod who = SignInMethod.choose(server(request.serverId()), ambient(request));
    ProxySettings proxy = target.isOnThisMachine() ? null : proxy().orElse(null);
    return new AzureCloudSession(
        cloud,
        AzureSession.open(where, who, proxy, AzureSession.SessionTime.real(), listener),
        AzureCloudSession.CloudExtras.NOTHING);
  }

  /** Settings for Maven or its Java have priority over those for all programs. */
  private Optional<ProxySettings> proxy() {
    boolean ofJava = session.getSystemProperties().getProperty(JAVA_PROXY) != null;
    return mavenSettingsReader
        .proxy()
        .or(() -> ofJava ? Optional.empty() : EnvironmentProxyReader.of(environment));
  }

  private @Nullable SourcedValue subscription(CloudRequest request) {
    SourcedValue given = sourced(request.subscriptionId(), "hybridnet.subscriptionId");
    return given != null ? given : environment.sourced("AZURE_SUBSCRIPTION_ID").orElse(null);
  }

  private SignInMethod.EnvironmentSignIn ambient(CloudRequest request) {
    ManagedIdentityParameters ids = request.managedIdentity();
    return new SignInMethod.EnvironmentSignIn(
        AuthType.parse(new SourcedValue(request.authType(), "hybridnet.auth.type")),
        environment,
        ManagedIdentityId.of(
                sourced(ids.clientId(), MANAGED_IDENTITY + "clientId"),
                sourced(ids.objectId(), MANAGED_IDENTITY + "objectId"),
                sourced(ids.resourceId(), MANAGED_IDENTITY + "resourceId"))
            .orElse(null));
  }

  private static @Nullable SourcedValue tenant(CloudRequest request) {
    return sourced(request.tenantId(), "hybridnet.tenantId");
  }

  /** A blank value counts as unset. */
  private static @Nullable SourcedValue sourced(@Nullable String value, String source) {
    return value == null || value.isBlank() ? null : new SourcedValue(value.strip(), source);
  }

  private SignInMethod.@Nullable ServicePrincipal server(@Nullable String serverId) {
    if (serverId == null || serverId.isBlank()) {
      return null;
    }
    MavenSettingsReader.Principal principal = mavenSettingsReader.principal(serverId);
    return new SignInMethod.ServicePrincipal(
        principal.clientId(),
        principal.secret(),
        principal.tenantId(),
        "settings.xml server " + serverId);
  }
}
