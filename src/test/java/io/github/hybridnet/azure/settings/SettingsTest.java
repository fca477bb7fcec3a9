package io.github.hybridnet.azure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.azure.settings.SignInMethod.ServicePrincipal;
import io.github.hybridnet.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final ServicePrincipal SERVER =
      new ServicePrincipal(
          "client", Secret.of("canary", Secret.Source.PROPERTY), null, "settings.xml server prod");

  @ParameterizedTest
  @CsvSource({
    "azure, AZURE",
    "Azure, AZURE",
    "azure-china, AZURE_CHINA",
    "azure-us-government, AZURE_US_GOVERNMENT"
  })
  void knowsMicrosoftsClouds(String text, CloudTarget.KnownCloud knownCloud) {
    assertThat(CloudTarget.parse(new SourcedValue(text, "x"))).isEqualTo(knownCloud);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost:8443", "https://localhost:8443/"})
  void takesAnEndpoint(String text) {
    assertThat(CloudTarget.parse(new SourcedValue(text, "x")))
        .isEqualTo(new CloudTarget.Endpoint(URI.create("https://localhost:8443")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8443",
        "https://user:pw@localhost",
        "https://localhost/path",
        "https://localhost?x",
        "https://localhost#x",
        "https://",
        "localhost:8443",
        "azur",
        "https://bad host",
        ""
      })
  void refusesOtherClouds(String text) {
    assertThatThrownBy(() -> CloudTarget.parse(new SourcedValue(text, "property hybridnet.cloud")))
        .hasMessage(
            "HN3001: The cloud '"
                + text.replace("user:pw@", "***@")
                + "' (from property hybridnet.cloud) is not known."
                + (text.equals("azur") ? " Did you mean 'azure'?" : "")
                + System.lineSeparator()
                + "  Fix: use azure, azure-china, azure-us-government, simulator, or the address of"
                + " an Azure Resource Manager endpoint, such as https://management.example.com,"
                + " without a path");
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost:8443, true",
    "https://127.0.0.1:8443, true",
    "https://management.example.com, false",
    "azure, false"
  })
  void aTargetOnThisMachineNeedsNoNetwork(String cloud, boolean here) {
    assertThat(CloudTarget.parse(new SourcedValue(cloud, "x")).isOnThisMachine()).isEqualTo(here);
  }

  @Test
  void knowsTheWaysToSignIn() {
    assertThat(AuthType.parse(new SourcedValue("Workload_Identity", "x")))
        .isEqualTo(AuthType.WORKLOAD_IDENTITY);
    assertThatThrownBy(() -> AuthType.parse(new SourcedValue("oauth2", "hybridnet.auth.type")))
        .hasMessage(
            "HN3002: The sign-in method 'oauth2' (from hybridnet.auth.type) is not known."
                + System.lineSeparator()
                + "  Fix: use auto, environment, workload_identity, github_actions,"
                + " azure_pipelines, managed_identity, azure_cli, service_principal");
  }

  private static SignInMethod.EnvironmentSignIn ambient(AuthType type) {
    return new SignInMethod.EnvironmentSignIn(type, new EnvironmentVariables(Map.of()), null);
  }

  @Test
  void aNamedServerIsUsed() {
    assertThat(SignInMethod.choose(SERVER, ambient(AuthType.AUTO))).isSameAs(SERVER);
    assertThat(SignInMethod.choose(SERVER, ambient(AuthType.SERVICE_PRINCIPAL))).isSameAs(SERVER);
    assertThat(SignInMethod.choose(SERVER, ambient(AuthType.AZURE_CLI)))
        .isEqualTo(ambient(AuthType.AZURE_CLI));
  }

  @Test
  void aServicePrincipalNeedsAServer() {
    assertThatThrownBy(() -> SignInMethod.choose(null, ambient(AuthType.SERVICE_PRINCIPAL)))
        .hasMessage(
            "HN3003: hybridnet.auth.type=service_principal needs a <server> entry of settings.xml,"
                + " but hybridnet.serverId is not set."
                + System.lineSeparator()
                + "  Fix: set hybridnet.serverId to the <id> of a <server> entry that has the"
                + " client id as its <username> and the client secret as its <password>");
  }

  @Test
  void nothingPrintsASecret() {
    assertThat(SERVER.toString()).doesNotContain("canary");
    assertThat(
            new SignInMethod.EnvironmentSignIn(
                    AuthType.AUTO,
                    new EnvironmentVariables(Map.of("AZURE_CLIENT_SECRET", "canary")),
                    null)
                .toString())
        .isEqualTo("FromEnvironment[auto]");
    assertThat(
            new ProxySettings(
                    "proxy",
                    3128,
                    "me",
                    Secret.of("canary", Secret.Source.PROPERTY),
                    List.of(),
                    "x")
                .toString())
        .doesNotContain("canary");
  }
}
