package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.AuthType;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.EnvironmentVariables;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ways to sign in look at.
 *
 * @param credentials makes credentials
 * @param signIn the variables, and what was asked for
 * @param settings where to sign in
 */
record Surroundings(
    CredentialFactory credentials, SignIn.FromEnvironment signIn, CloudSettings settings) {
  static final String CLIENT_ID = "AZURE_CLIENT_ID";
  static final String TENANT_ID = "AZURE_TENANT_ID";

  EnvironmentVariables variables() {
    return signIn.variables();
  }

  /** Whether the endpoint is the user's own, and not one of Microsoft's. */
  boolean isCustom() {
    return settings.target() instanceof CloudTarget.Endpoint;
  }

  /** Whether this way was asked for by its name. */
  boolean isAskedFor(AuthType type) {
    return signIn.type() == type;
  }

  /** The tenant of the settings, else that of the first of these variables that is set. */
  @Nullable Sourced tenant(String... names) {
    Sourced given = settings.tenantId();
    return Ids.checked("tenant", given != null ? given : variables().first(names).orElse(null));
  }

  /** The application's id, from the first of these variables that is set. */
  Optional<Sourced> client(String... names) {
    return variables()
        .first(names)
        .map(id -> Optional.ofNullable(Ids.checked("client", id)).orElseThrow());
  }

  /** A clause about those of these variables that are not set; empty when all are. */
  Optional<String> missing(String... names) {
    List<String> absent =
        Stream.of(names)
            .filter(name -> !variables().has(name))
            .filter(name -> !name.equals(TENANT_ID) || settings.tenantId() == null)
            .toList();
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", absent) + (absent.size() == 1 ? " is not set" : " are not set"));
  }

  /** An application, as shown to users. */
  static Sourced named(Sourced client) {
    return new Sourced("service principal " + client.value(), client.source());
  }
}
