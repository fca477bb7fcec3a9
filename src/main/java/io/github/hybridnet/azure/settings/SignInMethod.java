package io.github.hybridnet.azure.settings;

import io.github.hybridnet.model.Secret;
import org.jspecify.annotations.Nullable;

/** The identity that signs in. Nothing here ever prompts. */
public sealed interface SignInMethod {

  /**
   * A sign-in by what the environment provides.
   *
   * @param type which of it; {@link AuthType#AUTO} takes the first that is configured
   * @param variables the environment's variables
   * @param managedIdentity which of the machine's identities, or null when none is named
   */
  record EnvironmentSignIn(
      AuthType type, EnvironmentVariables variables, @Nullable ManagedIdentityId managedIdentity)
      implements SignInMethod {

    /** Without the variables, some of which are secret. */
    @Override
    public String toString() {
      return "FromEnvironment[" + type.label() + "]";
    }
  }

  /**
   * A service principal that was given in full: by a server of settings.xml, or by the simulator.
   *
   * @param clientId its application id
   * @param secret its client secret
   * @param tenantId its tenant, or null when the settings say it
   * @param source as the user would name it: {@code settings.xml server azure-prod}
   */
  record ServicePrincipal(String clientId, Secret secret, @Nullable String tenantId, String source)
      implements SignInMethod {}

  /**
   * Chooses the method that {@code hybridnet.auth.type} asks for.
   *
   * @param server the service principal of {@code hybridnet.serverId}, or null when none is named
   * @param otherwise what the environment offers, by the property's value
   * @throws io.github.hybridnet.text.UserException when a service principal is asked for and no
   *     server is named
   */
  static SignInMethod choose(@Nullable ServicePrincipal server, EnvironmentSignIn otherwise) {
    AuthType type = otherwise.type();
    if (server != null && (type == AuthType.AUTO || type == AuthType.SERVICE_PRINCIPAL)) {
      return server;
    }
    if (type == AuthType.SERVICE_PRINCIPAL) {
      throw SignInSettingsProblems.noServer();
    }
    return otherwise;
  }
}
