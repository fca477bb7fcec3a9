package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.UserException;
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
  public static final String VARIABLE = "HYBRIDNET_DRILL_SECRET";

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
   * @throws UserException HN5072, HN5073, when there is no usable secret where one is named
   */
  public MarkerSigner signer(@Nullable String serverId) {
    String server = serverId == null ? "" : serverId.strip();
    String place =
        server.isEmpty() ? VARIABLE : "the <server> entry '" + server + "' in settings.xml";
    Optional<Secret> secret =
        server.isEmpty()
            ? environment.value(VARIABLE).map(text -> Secret.of(text, Secret.Source.ENVIRONMENT))
            : Optional.of(mavenSettingsReader.password(server).orElseThrow(() -> missing(place)));
    if (secret.filter(s -> s.length() < SHORTEST).isPresent()) {
      throw tooShort(place);
    }
    return secret.map(MarkerSigner::of).orElse(MarkerSigner.NONE);
  }

  private static UserException missing(String place) {
    return UserException.unable(
        "HN5072",
        "The secret that signs the tags of failover drills is missing: "
            + place
            + ", which "
            + PARAMETER
            + " names, does not exist or has no <password>.",
        "add that entry with the secret as its (encrypted) <password>, or leave "
            + PARAMETER
            + " out",
        null);
  }

  private static UserException tooShort(String place) {
    return UserException.refused(
        "HN5073",
        "The secret that signs the tags of failover drills is too short. In "
            + place
            + " it must have at least "
            + SHORTEST
            + " characters.",
        "use a random secret, such as the output of openssl rand -base64 32");
  }
}
