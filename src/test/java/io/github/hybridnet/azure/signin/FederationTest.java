package io.github.hybridnet.azure.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.FakeService.Sent;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.CloudAuthenticator.AuthenticatedSession;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with tokens of whoever runs the build. */
class FederationTest {
  private static final String TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";
  private static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";
  private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
  private static final String TOKEN_PATH = "POST /" + TENANT + "/oauth2/v2.0/token";
  private static final String GITHUB = "GET /abc/idtoken";
  private static final String AZURE = "POST /org/_apis/oidctoken";
  private static final String SUBJECT = "repo:octo@12/net@34:ref:refs/heads/main";

  private final FakeArm arm = new FakeArm();
  private Instant start = Instant.EPOCH;
  private final Map<String, String> environment = new HashMap<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @TempDir private Path directory;

  /** The libraries look at the real clock. */
  @BeforeEach
  void begin() throws InterruptedException {
    arm.time.sleep(Duration.between(arm.time.instant(), Instant.now()));
    start = arm.time.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant end(AuthenticatedSession authenticatedSession) {
    return authenticatedSession.tokens().end(authenticatedSession.cloud().scope()).orElseThrow();
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static String jwt(String subject, Instant end) {
    String claims =
        "{\"iss\":\"https://ci.example\",\"sub\":\""
            + subject
            + "\",\"aud\":[\"api://x\"],\"exp\":"
            + end.getEpochSecond()
            + "}";
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private static Answer accessToken(String text) {
    return accessToken(text, 3600);
  }

  /** One of less than five minutes is not kept by the libraries. */
  private static Answer accessToken(String text, int seconds) {
    return Answer.of(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":"
            + seconds
            + ",\"access_token\":\""
            + text
            + "\"}");
  }

  private void github() {
    environment.put("AZURE_CLIENT_ID", CLIENT);
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put(
        "ACTIONS_ID_TOKEN_REQUEST_URL", "https://ci.example/abc/idtoken?api-version=2.0");
    environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-canary\n");
  }

  private void azurePipelines() {
    environment.put("AZURESUBSCRIPTION_CLIENT_ID", CLIENT);
    environment.put("AZURESUBSCRIPTION_TENANT_ID", TENANT);
    environment.put("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "c0ffee00-0000-0000-0000-00000000");
    environment.put("SYSTEM_OIDCREQUESTURI", "https://dev.example/org/_apis/oidctoken");
    environment.put("SYSTEM_ACCESSTOKEN", "system-canary");
  }

  private AuthenticatedSession signIn(AuthType type) {
    arm.service.on(
        "GET /subscriptions/" + SUBSCRIPTION,
        200,
        "{\"subscriptionId\":\"" + SUBSCRIPTION + "\",\"state\":\"Enabled\"}");
    CloudSettings settings =
        new CloudSettings(
            CloudTarget.KnownCloud.AZURE,
            "test",
            null,
            new SourcedValue(SUBSCRIPTION, "test"),
            null);
    SignInMethod who =
        new SignInMethod.EnvironmentSignIn(type, new EnvironmentVariables(environment), null);
    return new CloudAuthenticator(arm.pipelines(), executor, arm.errors).signIn(settings, who);
  }

  private List<Sent> sent(String line) {
    return arm.service.sent().stream().filter(each -> each.line().equals(line)).toList();
  }

  @Test
  void gitHubIsAskedForAnotherTokenAtEachSignIn() throws InterruptedException {
    github();
    String assertion = jwt(SUBJECT, start.plusSeconds(300));
    arm.service
        .on(GITHUB, 200, "{\"value\":\"" + assertion + "\"}")
        .on(TOKEN_PATH, accessToken("token-1", 200), accessToken("token-2"));

    AuthenticatedSession authenticatedSession = signIn(AuthType.AUTO);

    assertThat(authenticatedSession.description().identity().toString())
        .isEqualTo("service principal " + CLIENT + " (from environment AZURE_CLIENT_ID)");
    Sent asked = sent(GITHUB).get(0);
    assertThat(asked.host()).isEqualTo("ci.example");
    assertThat(asked.query())
        .isEqualTo("api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer request-canary");
    assertThat(sent(TOKEN_PATH).get(0).host()).isEqualTo("login.microsoftonline.com");
    assertThat(sent(TOKEN_PATH).get(0).body()).contains("client_assertion=" + assertion);
    assertThat(authenticatedSession.term().kind()).isEqualTo(SignInLifetime.Kind.RENEWABLE);
    int before = sent(GITHUB).size();
    assertThat(token(authenticatedSession)).isEqualTo("token-1");
    assertThat(sent(GITHUB)).hasSize(before);
    arm.time.sleep(Duration.ofSeconds(31));
    assertThat(token(authenticatedSession)).isEqualTo("token-2");
    assertThat(sent(GITHUB)).hasSizeGreaterThan(before);
  }

  private static String token(AuthenticatedSession authenticatedSession) {
    return authenticatedSession
        .tokens()
        .token(
            new TokenRequestContext()
                .addScopes(authenticatedSession.cloud().scope())
                .setCaeEnabled(true))
        .getToken();
  }

  @Test
  void theJobsOwnTokenTellsHowLongGitHubGivesOthers() {
    github();
    Instant end = start.plus(Duration.ofHours(6));
    environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", jwt("job", end));
    arm.service
        .on(GITHUB, 200, "{\"value\":\"" + jwt(SUBJECT, start) + "\"}")
        .on(TOKEN_PATH, accessToken("token-1"));
    SignInLifetime term = signIn(AuthType.GITHUB_ACTIONS).term();
    assertThat(term.kind()).isEqualTo(SignInLifetime.Kind.ENDS);
    assertThat(term.surely()).isEqualTo(end);
    assertThat(term.covers(end)).isTrue();
    assertThat(term.covers(end.plusSeconds(1))).isFalse();
  }

  @Test
  void azurePipelinesIsAskedAsItsOwnClientsDo() {
    azurePipelines();
    arm.service
        .on(AZURE, 200, "{\"oidcToken\":\"" + jwt("sc://org/p/c", start) + "\"}")
        .on(TOKEN_PATH, accessToken("token-1"));

    AuthenticatedSession authenticatedSession = signIn(AuthType.AUTO);

    Sent asked = sent(AZURE).get(0);
    assertThat(asked.host()).isEqualTo("dev.example");
    assertThat(asked.query())
        .isEqualTo("api-version=7.1&serviceConnectionId=c0ffee00-0000-0000-0000-00000000");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer system-canary");
    assertThat(asked.header("X-TFS-FedAuthRedirect")).isEqualTo("Suppress");
    assertThat(authenticatedSession.description().tenant().source())
        .isEqualTo("environment AZURESUBSCRIPTION_TENANT_ID");
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 302, 401, 403, 404})
  void aServiceThatGivesNone(int status) {
    azurePipelines();
    arm.service.on(
        AZURE,
        Answer.of(status, "<html><title>Sign in system-canary</title>")
            .with("Content-Type", "text/html"));
    assertThatThrownBy(() -> signIn(AuthType.AUTO))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN3059: Azure Pipelines did not issue a token to this job: HTTP "
                + status
                + ", a web page with the title 'Sign in ***'."
                + System.lineSeparator()
                + "  Fix: set 'SYSTEM_ACCESSTOKEN: $(System.AccessToken)' in the env of this step"
                + " (docs/sign-in.md). Check that AZURESUBSCRIPTION_SERVICE_CONNECTION_ID is the id"
                + " of the service connection. Check also that the connection permits this pipeline"
                + " to use it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"value\":7}", "{\"value\":\"none\"}", "{\"value\":"})
  void anAnswerWithoutAToken(String answer) {
    github();
    arm.service.on(GITHUB, 200, answer);
    assertThatThrownBy(() -> signIn(AuthType.AUTO))
        .isInstanceOf(UserException.class)
        .hasMessageMatching("(?s)HN30(59|61): .*")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void theTokensSubjectIsToldWhereNoCredentialFitsIt() {
    github();
    arm.service
        .on(GITHUB, 200, "{\"value\":\"" + jwt(SUBJECT, start.plusSeconds(300)) + "\"}")
        .on(
            TOKEN_PATH,
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700213: No matching"
                + " federated identity record found for presented assertion subject. Trace ID: 1\","
                + "\"error_codes\":[700213]}");
    assertThatThrownBy(() -> signIn(AuthType.AUTO))
        .hasMessageStartingWith("HN3014: The service principal " + CLIENT)
        .hasMessageContaining("because no federated credential of the application has the subject")
        .hasMessageContaining(
            "Its token has issuer https://ci.example, subject "
                + SUBJECT
                + ", audience api://x, and ends at "
                + start.plusSeconds(300)
                + ".")
        .hasMessageContaining("copy the subject shown here into the federated credential");
  }

  @Test
  void theTokenOfGitLabEndsWithItsJob() {
    environment.put("AZURE_CLIENT_ID", CLIENT);
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put("AZURE_FEDERATED_TOKEN", jwt("project_path:g/p", start.plusSeconds(300)));
    arm.service.on(TOKEN_PATH, accessToken("token-1"));
    AuthenticatedSession authenticatedSession = signIn(AuthType.AUTO);
    assertThat(authenticatedSession.term())
        .isEqualTo(
            SignInLifetime.endsAt(
                end(authenticatedSession),
                "the token in AZURE_FEDERATED_TOKEN cannot be renewed in this job"));
  }

  @Test
  void aTokenOfGitLabThatOutlivesTheSignInRenewsIt() {
    environment.put("AZURE_CLIENT_ID", CLIENT);
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put("AZURE_FEDERATED_TOKEN", jwt("project_path:g/p", start.plusSeconds(9000)));
    arm.service.on(TOKEN_PATH, accessToken("token-1"));
    assertThat(signIn(AuthType.AUTO).term().surely()).isEqualTo(start.plusSeconds(9000));
  }

  @Test
  void aFileIsReadAnewAndOnlyThatOfKubernetesIsSurelyRenewed() throws IOException {
    Path data = Files.createDirectory(directory.resolve("..data"));
    Files.writeString(data.resolve("token"), jwt("sa", start) + "\n");
    Path link = Files.createSymbolicLink(directory.resolve("token"), Path.of("..data", "token"));
    environment.put("AZURE_CLIENT_ID", CLIENT);
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put("AZURE_FEDERATED_TOKEN_FILE", link.toString());
    arm.service.on(TOKEN_PATH, accessToken("token-1"));
    assertThat(signIn(AuthType.AUTO).term().kind()).isEqualTo(SignInLifetime.Kind.RENEWABLE);
    environment.put("AZURE_FEDERATED_TOKEN_FILE", data.resolve("token").toString());
    AuthenticatedSession authenticatedSession = signIn(AuthType.AUTO);
    assertThat(authenticatedSession.term().kind()).isEqualTo(SignInLifetime.Kind.UNKNOWN);
    assertThat(authenticatedSession.term().surely()).isEqualTo(end(authenticatedSession));
  }

  @Test
  void aFileThatHoldsNoToken() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "canary, not a token");
    environment.put("AZURE_CLIENT_ID", CLIENT);
    environment.put("AZURE_TENANT_ID", TENANT);
    environment.put("AZURE_FEDERATED_TOKEN_FILE", file.toString());
    assertThatThrownBy(() -> signIn(AuthType.AUTO))
        .hasMessageStartingWith(
            "HN3061: There is no JSON web token in the file " + file + " (AZURE_FEDERATED_TOKEN")
        .hasMessageNotContaining("canary");
    environment.put("AZURE_FEDERATED_TOKEN_FILE", directory.toString());
    assertThatThrownBy(() -> signIn(AuthType.AUTO))
        .hasMessageStartingWith(
            "HN3061: The file '" + directory + "', which AZURE_FEDERATED_TOKEN");
  }

  /** A restore waits such a failure out; see RestoreRetryLoop. */
  @Test
  void aRenewalThatFailsIsALostSignIn() throws InterruptedException {
    github();
    arm.service
        .on(GITHUB, 200, "{\"value\":\"" + jwt(SUBJECT, start.plusSeconds(300)) + "\"}")
        .on(
            TOKEN_PATH,
            accessToken("token-1", 200),
            Answer.of(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700024: Not within"
                    + " its valid time range.\"}"));
    AuthenticatedSession authenticatedSession = signIn(AuthType.AUTO);
    assertThat(token(authenticatedSession)).isEqualTo("token-1");
    arm.time.sleep(Duration.ofSeconds(31));
    assertThat(token(authenticatedSession)).as("still good").isEqualTo("token-1");
    arm.time.sleep(Duration.ofSeconds(200));
    assertThatThrownBy(() -> token(authenticatedSession))
        .isInstanceOfSatisfying(
            CloudException.class,
            failure -> {
              assertThat(failure.isSignInLost()).isTrue();
              assertThat(failure.code()).isEqualTo("SignInFailed");
              assertThat(failure).hasMessageStartingWith("HN3014: The service principal " + CLIENT);
              assertThat(failure.getMessage()).doesNotContain("\n");
            });
  }
}
