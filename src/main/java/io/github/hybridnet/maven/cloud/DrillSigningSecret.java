package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.model.Secret;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The secret that signs the tags of failover drills: the password of a server in settings.xml, or
 * an environment variable.
 */
public final class DrillSigningSecret {
  /** The environment variable that holds the secret. */
  static final String VARIABLE = "HYBRIDNET_DRILL_SECRET";

  private static final String PARAMETER = "hybridnet.failover.signingServerId";

  /** A shorter secret could be found by trying. */
  private static final int SHORTEST = 16;

  private final MavenSettingsReader mavenSettingsReader;
  private final EnvironmentVariables environment;

  /** Where the secret may come from. */
  public DrillSigningSecret(
      MavenSession session, SettingsDecrypter decrypter, Map<String, String> environment) {
    this.mavenSettingsReader = new MavenSettingsReader(session, decrypter);
    this.environment = new EnvironmentVariables(environment);
  }

  /**
   * Signs with the secret that is configured.
   *
   * @param serverId the server, or null for the environment variable
   * @throws io.github.hybridnet.text.UserException HN5072, HN5073, when there is no usable secret
   *     where one is named
   */
  public MarkerSigner signer(@Nullable String serverId) {
    String server = serverId == null ? "" : serverId.strip();
    String place =
        server.isEmpty() ? VARIABLE : "the <server> entry '" + server + "' in settings.xml";
    Optional<Secret> secret =
        server.isEmpty()
            ? environment.value(VARIABLE).map(text -> Secret.of(text, Secret.Source.ENVIRONMENT))
            : Optional.of(
                mavenSettingsReader
                    .password(server)
                    .orElseThrow(() -> CloudSetupProblems.noSigningSecret(place, PARAMETER)));
    if (secret.filter(s -> s.length() < SHORTEST).isPresent()) {
      throw CloudSetupProblems.shortSigningSecret(place, SHORTEST);
    }
    return secret.map(MarkerSigner::of).orElse(MarkerSigner.NONE);
  }
}
