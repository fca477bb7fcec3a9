package io.github.hybridnet.azure.settings;

import io.github.hybridnet.text.PrintableText;
import java.util.Locale;

/** How to sign in, as written in {@code hybridnet.auth.type}. */
public enum AuthType {
  /** The server of settings.xml if one is named, else what the environment offers. */
  AUTO,
  /** A service principal in {@code AZURE_CLIENT_ID} and its siblings. */
  ENVIRONMENT,
  /** A federated token in a file or a variable. */
  WORKLOAD_IDENTITY,
  /** A job of GitHub Actions, for which GitHub vouches. */
  GITHUB_ACTIONS,
  /** A job of Azure Pipelines, for which a service connection vouches. */
  AZURE_PIPELINES,
  /** The identity of the Azure machine that runs the build. */
  MANAGED_IDENTITY,
  /** The user who signed in with {@code az login}. */
  AZURE_CLI,
  /** A service principal in a server of settings.xml. */
  SERVICE_PRINCIPAL;

  /** As written in the property. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the value of {@code hybridnet.auth.type}.
   *
   * @throws io.github.hybridnet.text.UserException when there is no such type
   */
  public static AuthType parse(SourcedValue value) {
    for (AuthType type : values()) {
      if (type.label().equals(value.value().trim().toLowerCase(Locale.ROOT))) {
        return type;
      }
    }
    throw SignInSettingsProblems.unknownAuthType(
        new SourcedValue(PrintableText.line(value.value()), value.source()));
  }
}
