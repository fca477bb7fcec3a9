package io.github.hybridnet.azure.signin.credential;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.IdentifierFormat;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in methods use.
 *
 * @param credentials makes credentials
 * @param signIn the variables, and what was asked for
 * @param settings where to sign in
 */
public record CredentialContext(
    CredentialFactory credentials, SignInMethod.EnvironmentSignIn signIn, CloudSettings settings) {
  static final String CLIENT_ID = "AZURE_CLIENT_ID";
  static final String TENANT_ID = "AZURE_TENANT_ID";

  EnvironmentVariables variables() {
    return signIn.variables();
  }

  /** Whether the endpoint is the user's own, and not one of Microsoft's. */
  boolean isCustom() {
    return settings.target() instanceof CloudTarget.Endpoint;
  }

  /** Whether this method was requested by its name. */
  boolean isAskedFor(AuthType type) {
    return signIn.type() == type;
  }

  /** The tenant of the settings, else that of the first of these variables that is set. */
  @Nullable SourcedValue tenant(String... names) {
    SourcedValue given = settings.tenantId();
    return IdentifierFormat.checked(
        "tenant", given != null ? given : variables().first(names).orElse(null));
  }

  /** The application's id, from the first of these variables that is set. */
  Optional<SourcedValue> client(String... names) {
    return variables()
        .first(names)
        .map(id -> Optional.ofNullable(IdentifierFormat.checked("client", id)).orElseThrow());
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
  static SourcedValue named(SourcedValue client) {
    return new SourcedValue("service principal " + client.value(), client.source());
  }
}
