package io.github.hybridnet.config;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary in every place of a secret, and none of them in anything that can be printed. */
class SecretsStaySecretTest {
  private static final String CANARY = "canary";

  @TempDir Path directory;

  private ParameterDirectory files;

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  @Test
  void keysOfTheEnvironment() {
    ConfigurationReader.Result configurationResult = files.read();

    GatewayDeclaration vpn = Objects.requireNonNull(configurationResult.network().vpn());
    assertThat(Objects.requireNonNull(vpn.connections().get(0).sharedKey()).reveal())
        .contains(CANARY);
    assertThat(everything(configurationResult)).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "canary with spaces",
        "canary-\u00e9",
        "canary~",
        "$${canary}",
        "canary\\u0000"
      })
  void literalKeysGoodAndBad(String key) {
    files
        .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", key)
        .edit(CIRCUIT, "${env.PEERING_KEY}", key + "is.much.too.long.for.a.peering");

    assertThat(everything(files.read())).doesNotContain(CANARY);
  }

  @Test
  void keysInPlacesOfAnotherType() {
    files
        .edit(VPN_GATEWAY, "\"enableBgp\": true,\n        \"dpd", "\"enableBgp\": \"${k}\", \"dpd")
        .edit(VPN_GATEWAY, "\"IPsec\"", "\"${k}\"")
        .edit(VPN_GATEWAY, "\"routingWeight\": 10", "\"routingWeight\": \"${k}\"")
        .property("k", CANARY);

    ConfigurationReader.Result configurationResult = files.read();

    assertThat(configurationResult.findings())
        .extracting(Finding::code)
        .containsExactly("HN1014", "HN1012", "HN1012");
    assertThat(everything(configurationResult)).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "\"canary",
        "\"canary\" \"x\"",
        "'canary'",
        "\"canary\ncanary\"",
        "\"\\canary\""
      })
  void keysInBrokenJson(String written) {
    files.edit(VPN_GATEWAY, "\"${env.VPN_SHARED_KEY}\"", written);

    ConfigurationReader.Result configurationResult = files.read();

    assertThat(configurationResult.findings()).isNotEmpty();
    assertThat(everything(configurationResult)).doesNotContain(CANARY);
  }

  @Test
  void keyThatIsAnObject() {
    files.edit(VPN_GATEWAY, "\"${env.VPN_SHARED_KEY}\"", "{\"reference\": \"canary\"}");

    ConfigurationReader.Result configurationResult = files.read();

    assertThat(configurationResult.findings()).extracting(Finding::code).containsExactly("HN1012");
    assertThat(everything(configurationResult)).doesNotContain(CANARY);
  }

  private static String everything(ConfigurationReader.Result configurationResult) {
    return configurationResult
        + "\n"
        + io.github.hybridnet.validation.NetworkValidator.standard()
            .validate(configurationResult.network(), false);
  }
}
