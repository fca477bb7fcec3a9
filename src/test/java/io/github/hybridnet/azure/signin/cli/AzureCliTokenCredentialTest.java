package io.github.hybridnet.azure.signin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.ManualTime;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.token.TokenRefusedException;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Azure CLI is a shell script")
class AzureCliTokenCredentialTest {
  private static final Instant END = Instant.ofEpochSecond(4102444800L);
  private static final String TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";
  private static final String ANSWER =
      "{\"accessToken\": \"a-token\", \"expiresOn\": \"2099-12-31 00:00:00.000000\","
          + " \"expires_on\": 4102444800, \"tenant\": \""
          + TENANT
          + "\", \"tokenType\": \"Bearer\"}";

  private final SecretScrubber secretScrubber = new SecretScrubber();
  private @Nullable SourcedValue subscription;
  private @Nullable SourcedValue tenant;
  private boolean namesApplication;
  private Duration limit = Duration.ofMinutes(2);

  @TempDir private Path directory;

  private AccessToken token(String script) throws IOException {
    Path az = directory.resolve("az");
    Files.writeString(az, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
    environment.put("OUT", directory.toString());
    return new AzureCliTokenCredential(
            new AzureCliTokenCredential.CliInstallation(az, environment),
            new AzureCliTokenCredential.CliAccount(subscription, tenant, namesApplication),
            secretScrubber,
            new ManualTime(),
            limit)
        .getTokenSync(new TokenRequestContext().addScopes("https://management.azure.com/.default"));
  }

  private static String print(String text) {
    return "cat <<'EOF'\n" + text + "\nEOF";
  }

  private static String complaining(String text) {
    return "{ " + print(text) + "\n} >&2; exit 1";
  }

  private String words(String script) throws IOException {
    token("echo \"$*\" > \"$OUT/words\"; env > \"$OUT/env\"\n" + script);
    return Files.readString(directory.resolve("words")).strip();
  }

  @Test
  void itIsAskedForTheSubscriptionElseForTheTenant() throws IOException {
    String always =
        "account get-access-token --output json --resource https://management.azure.com";
    assertThat(words(print(ANSWER))).isEqualTo(always);
    assertThat(Files.readString(directory.resolve("env")))
        .contains("AZURE_CORE_ONLY_SHOW_ERRORS=true", "AZURE_CORE_NO_COLOR=true");
    tenant = new SourcedValue(TENANT, "test");
    assertThat(words(print(ANSWER))).isEqualTo(always + " --tenant " + TENANT);
    subscription = new SourcedValue("s-1", "test");
    assertThat(words(print(ANSWER))).isEqualTo(always + " --subscription s-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARNING: Unable to encrypt {cache}",
        "\u001b[33mWARNING: colours\u001b[0m",
        "/usr/lib/python3: UserWarning: {} [1,2",
        "{\"warning\": true}"
      })
  void warningsBeforeAndAfterDoNoHarm(String warning) throws IOException {
    String[] scripts = {
      print(warning) + "\n" + print(ANSWER),
      print(ANSWER) + "\n" + print(warning),
      "{ " + print(warning) + "\n} >&2\n" + print(ANSWER)
    };
    for (String script : scripts) {
      assertThat(token(script).getToken()).isEqualTo("a-token");
    }
  }

  @Test
  void whatCannotBeSentIsNoToken() {
    assertThatThrownBy(() -> token(print("{\"accessToken\": \"canary\\nline\"}")))
        .hasMessageContaining("The Azure CLI returned no token that can be read.")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"expires_on\": 4102444800, \"expiresOn\": \"1999-01-01 00:00:00.000000\"",
        "\"expires_on\": \"4102444800\"",
      })
  void theEndIsReadFromSecondsFirst(String members) throws IOException {
    assertThat(
            token(print("{\"accessToken\": \"a-token\", " + members + "}"))
                .getExpiresAt()
                .toInstant())
        .isEqualTo(END);
  }

  @Test
  void theEndMayBeInLocalTimeOrUnknown() throws IOException {
    assertThat(
            token(print("{\"accessToken\":\"a\",\"expiresOn\":\"2040-06-01 12:00:00.123456\"}"))
                .getExpiresAt()
                .toInstant())
        .isEqualTo(
            LocalDateTime.parse("2040-06-01T12:00:00.123456")
                .atZone(ZoneId.systemDefault())
                .toInstant());
    assertThat(
            token(print("{\"accessToken\":\"a\",\"expiresOn\":\"soon\",\"expires_on\":1e400}"))
                .getExpiresAt()
                .toInstant())
        .isEqualTo(new ManualTime().instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void oneThatAsksAQuestionOrSleepsIsEnded() throws IOException {
    assertThatThrownBy(() -> token("read answer || exit 4"))
        .hasMessageStartingWith("HN3054: The Azure CLI failed with status 4 and printed nothing.");
    limit = Duration.ofSeconds(1);
    assertThatThrownBy(() -> token("sleep 300"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN3055: The Azure CLI did not answer within 1 s, and was stopped."
                + System.lineSeparator()
                + "  Fix: run 'az account get-access-token' on this machine and fix the problem"
                + " that it shows, or choose another hybridnet.auth.type. The Azure CLI may be"
                + " waiting for input, which a build cannot give");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while :; do echo '{\"accessToken\": \"a'; done",
        "echo '{\"accessToken\": \"canary-1'",
        "echo '{\"accessToken\": 7'; exit 0",
        "exit 0",
        "echo '[]'",
        "head -c 100000 /dev/zero | tr '\\0' '{'",
      })
  void whatHoldsNoTokenIsToldWithoutItsText(String script) {
    assertThatThrownBy(() -> token(script))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN3056: The Azure CLI ")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR: Please run 'az login' to setup account. | HN3015 | run 'az login'",
        "ERROR: Subscription 's-1' not found. Check the spelling. | HN3057 | az account list"
            + " --refresh",
        "Traceback (most recent call last):;  File \"x\";OSError: disk full | HN3054 | on this"
            + " machine",
      })
  void itsOwnWordsAreToldOnOneLine(String said, String code, String fix) {
    subscription = new SourcedValue("s-1", "test");
    assertThatThrownBy(() -> token(complaining(said.replace(";", "\n"))))
        .hasMessageStartingWith(code)
        .hasMessageContaining(fix)
        .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(2));
  }

  /** As after a mistyped AZURE_CLIENT_SECRET. */
  @Test
  void anApplicationWithoutASecretIsNamedWhereNobodyIsSignedIn() {
    namesApplication = true;
    assertThatThrownBy(() -> token(complaining("ERROR: Please run 'az login' to setup account.")))
        .hasMessageEndingWith(
            "Fix: run 'az login', or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET."
                + " AZURE_CLIENT_ID is set, but no secret, certificate or token of this client"
                + " is");
  }

  @Test
  void escapesAndSecretsOfItsTextAreTakenOut() {
    secretScrubber.remember("canary-secret");
    assertThatThrownBy(
            () ->
                token(
                    "printf 'ERROR: \\033]0;title\\007\\033[31mno canary-secret \\342\\200\\256x\\r"
                        + "[INFO] BUILD SUCCESS' >&2; exit 1"))
        .hasMessageStartingWith(
            "HN3054: The Azure CLI failed with status 1: no *** x" + System.lineSeparator());
  }

  @Test
  void theRefusalOfTheTokenServiceIsHandedOn() {
    assertThatThrownBy(
            () ->
                token(
                    complaining(
                        "ERROR: AADSTS700082: The refresh token has expired. Trace ID: 1\n"
                            + "Interactive authentication is needed. Please run: az login")))
        .isInstanceOfSatisfying(
            TokenRefusedException.class,
            refused -> {
              assertThat(refused).hasMessage("AADSTS700082: The refresh token has expired.");
              assertThat(refused.codes()).containsExactly("700082");
            });
  }

  @Test
  void aTokenOfAnotherTenantIsNotTaken() throws IOException {
    tenant = new SourcedValue("11111111-1111-1111-1111-111111111111", "hybridnet.tenantId");
    assertThatThrownBy(() -> token(print(ANSWER)))
        .hasMessageStartingWith(
            "HN3057: The Azure CLI returned a token for the tenant '"
                + TENANT
                + "' instead of '11111111-1111-1111-1111-111111111111' (from hybridnet.tenantId).");
    tenant = new SourcedValue("contoso.onmicrosoft.com", "hybridnet.tenantId");
    assertThat(token(print(ANSWER)).getToken()).isEqualTo("a-token");
  }
}
