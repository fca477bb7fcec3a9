package io.github.hybridnet.azure.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.SealedExamples;
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
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.UserException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudAuthenticatorTest {
  private static final String TENANT = "72f988bf-0000-0000-0000-2d7cd011db47";
  private static final String CLIENT = "aaaaaaaa-0000-0000-0000-000000000001";
  private static final String SUB_1 = "11111111-1111-1111-1111-111111111111";
  private static final String SUB_2 = "22222222-2222-2222-2222-222222222222";
  private static final String SECRET = "canary~Secret-1";
  private static final String TOKEN_PATH = "POST /" + TENANT + "/oauth2/v2.0/token";
  private static final String TOKEN =
      "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,"
          + "\"access_token\":\"eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0.sig\"}";
  private static final URI CUSTOM = URI.create("https://localhost:8443");

  private final FakeArm arm = new FakeArm();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void eachKindOfMethodSignsInToEachKindOfCloud() {
    Map<String, String> variables =
        Map.of("AZURE_CLIENT_ID", CLIENT, "AZURE_TENANT_ID", TENANT, "AZURE_CLIENT_SECRET", SECRET);
    SignInMethod environment =
        new SignInMethod.EnvironmentSignIn(
            AuthType.AUTO, new EnvironmentVariables(variables), null);
    String metadata =
        "{\"name\":\"sim\",\"authentication\":{\"loginEndpoint\":\"https://localhost:9443/\","
            + "\"audiences\":[\"https://management.core.windows.net/\"]},\"suffixes\":{}}";
    arm.service
        .on("GET /metadata/endpoints", 200, metadata)
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, list(one(SUB_1, "Prod")));
    for (CloudTarget target :
        SealedExamples.of(
            CloudTarget.class, CloudTarget.KnownCloud.AZURE, new CloudTarget.Endpoint(CUSTOM))) {
      for (SignInMethod method :
          SealedExamples.of(SignInMethod.class, principal(TENANT), environment)) {
        assertThat(authentication().signIn(settings(target, null), method).description().lines())
            .as("%s to %s", method, target)
            .anyMatch(line -> line.startsWith("Identity:     service principal " + CLIENT));
      }
    }
  }

  @Test
  void signsInWithAServicePrincipalAndTakesTheOnlySubscription() {
    arm.service.on(TOKEN_PATH, 200, TOKEN).on("GET /subscriptions", 200, list(one(SUB_1, "Prod")));

    AuthenticatedSession authenticatedSession = signIn(CloudTarget.KnownCloud.AZURE, null);

    assertThat(authenticatedSession.description().lines())
        .containsExactly(
            "Cloud:        azure, https://management.azure.com (from hybridnet.cloud)",
            "Tenant:       " + TENANT + " (from settings.xml server prod)",
            "Subscription: Prod, " + SUB_1 + " (from the only one that the identity sees)",
            "Identity:     service principal " + CLIENT + " (from settings.xml server prod)");
    assertThat(arm.service.lines()).containsExactly(TOKEN_PATH, "GET /subscriptions");
    assertThat(arm.service.sent().get(0).host()).isEqualTo("login.microsoftonline.com");
    assertThat(arm.service.sent().get(0).body())
        .contains("scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
    assertThat(arm.service.sent()).extracting(Sent::host).last().isEqualTo("management.azure.com");
  }

  @Test
  void aSubscriptionThatCanBeNoneIsNotAskedFor() {
    assertFails(
        given("11111111/providers"),
        "HN3004: The subscription '11111111/providers' (from hybridnet.subscriptionId) is not an"
            + " id.\n"
            + "  Fix: set the id of the subscription, such as"
            + " 00000000-0000-0000-0000-000000000000");
    assertThat(arm.service.sent()).isEmpty();
  }

  /** User name and password of a server are easily taken for each other. */
  @Test
  void aSecretInThePlaceOfTheClientIsNotShown() {
    SignInMethod swapped =
        new SignInMethod.ServicePrincipal(
            "Qx8~canary_of.the-secret",
            Secret.of(CLIENT, Secret.Source.PROPERTY),
            TENANT,
            "settings.xml server prod");
    assertThatThrownBy(
            () -> authentication().signIn(settings(CloudTarget.KnownCloud.AZURE, null), swapped))
        .hasMessageStartingWith("HN3004: The client (from settings.xml server prod) is not an id.")
        .hasMessageNotContaining("canary");
    assertThat(arm.service.sent()).isEmpty();
  }

  @Test
  void takesTheGivenSubscription() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions/" + SUB_2, 200, one(SUB_2, "Test"));

    AuthenticatedSession authenticatedSession = signIn(CloudTarget.KnownCloud.AZURE, given(SUB_2));

    assertThat(authenticatedSession.description().subscription().toString())
        .isEqualTo("Subscription[id=" + SUB_2 + ", name=Test, source=hybridnet.subscriptionId]");
  }

  @Test
  void readsEachPageOfSubscriptions() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, page("https://management.azure.com/subscriptions/next?p=2"))
        .on("GET /subscriptions/next", 200, list(one(SUB_2, "Second page")));
    AuthenticatedSession authenticatedSession = signIn(CloudTarget.KnownCloud.AZURE, null);
    assertThat(authenticatedSession.description().subscription().name()).isEqualTo("Second page");
  }

  @Test
  void aNextPageElsewhereIsNotAsked() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, page("https://evil.example/subscriptions/next"));
    assertThatThrownBy(() -> signIn(CloudTarget.KnownCloud.AZURE, null))
        .hasMessageContaining("ForeignEndpoint")
        .hasMessageContaining("https://evil.example:443");
    assertThat(arm.service.sent()).extracting(Sent::host).doesNotContain("evil.example");
  }

  @Test
  void neverGuessesBetweenSubscriptions() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, list(one(SUB_1, "Prod") + "," + one(SUB_2, "Test")));
    assertFails(
        null,
        "HN3020: The service principal "
            + CLIENT
            + " has access to more than one subscription, and none is selected:\n    "
            + SUB_1
            + "  Prod\n    "
            + SUB_2
            + "  Test\n  Fix: set hybridnet.subscriptionId to one of these subscriptions");
  }

  @Test
  void aDisabledSubscriptionIsNotTaken() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, list(one(SUB_1, "Old").replace("Enabled", "Disabled")));
    assertFails(
        null,
        "HN3021: The service principal "
            + CLIENT
            + " (from settings.xml server prod) has access to no enabled subscription in the tenant"
            + " '"
            + TENANT
            + "' (from settings.xml server prod).\n"
            + "  Fix: give the identity a role on the subscription, or set hybridnet.tenantId to"
            + " the tenant of the subscription");
  }

  @Test
  void aSubscriptionThatCannotBeSeen() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on(
            "GET /subscriptions/" + SUB_2,
            404,
            "{\"error\":{\"code\":\"SubscriptionNotFound\",\"message\":\"The subscription '"
                + SUB_2
                + "' could not be found.\"}}");
    assertFails(
        given(SUB_2),
        "HN3022: The subscription '"
            + SUB_2
            + "' (from hybridnet.subscriptionId) was not found by"
            + " the service principal "
            + CLIENT
            + ": SubscriptionNotFound: The subscription '"
            + SUB_2
            + "' could not be found.\n"
            + "  Fix: set the id of a subscription on which the identity has a role. Check also"
            + " that hybridnet.tenantId and hybridnet.cloud are the tenant and the cloud of the"
            + " subscription");
  }

  @Test
  void aWrongSecret() {
    arm.service.on(TOKEN_PATH, refusal(7000215, "Invalid client secret provided."));
    assertFails(
        null,
        "HN3011: The secret of the service principal "
            + CLIENT
            + " (from settings.xml server prod) was not accepted: AADSTS7000215: Invalid client"
            + " secret provided.\n"
            + "  Fix: set the value of a client secret that is valid, not the id of the secret, in"
            + " settings.xml server prod");
  }

  @Test
  void aWrongTenant() {
    arm.service.on(TOKEN_PATH, refusal(90002, "Tenant '" + TENANT + "' not found."));
    assertFails(
        null,
        "HN3012: The tenant '"
            + TENANT
            + "' (from settings.xml server prod) was not found:"
            + " AADSTS90002: Tenant '"
            + TENANT
            + "' not found.\n"
            + "  Fix: set <configuration><tenant> of settings.xml server prod to the tenant of the"
            + " credential. If it is right, check that hybridnet.cloud is the cloud of this"
            + " tenant");
  }

  @Test
  void anUnknownClient() {
    arm.service.on(TOKEN_PATH, refusal(700016, "Application was not found in the directory."));
    assertFails(
        null,
        "HN3013: The tenant '"
            + TENANT
            + "' (from settings.xml server prod) does not know the"
            + " service principal "
            + CLIENT
            + " (from settings.xml server prod): AADSTS700016: Application was not found in the"
            + " directory.\n"
            + "  Fix: set the client id of an application of this tenant. Or set"
            + " <configuration><tenant> of settings.xml server prod to the tenant of this"
            + " application");
  }

  @Test
  void anotherRefusal() {
    arm.service.on(TOKEN_PATH, refusal(53003, "Blocked by Conditional Access."));
    assertFails(
        null,
        "HN3014: The service principal "
            + CLIENT
            + " (from settings.xml server prod) could not sign in to the tenant '"
            + TENANT
            + "' (from settings.xml server prod), because Conditional Access or"
            + " the security defaults of the tenant block this sign-in: AADSTS53003: Blocked by"
            + " Conditional Access.\n"
            + "  Fix: ask an administrator for an exception for this application, or use another"
            + " network");
  }

  /** Numbers that nobody has listed are told in the service's words. */
  @Test
  void aRefusalThatIsNotKnown() {
    arm.service.on(TOKEN_PATH, refusal(9999999, "Something new."));
    assertFails(
        null,
        "HN3014: The service principal "
            + CLIENT
            + " (from settings.xml server prod) could not sign in to the tenant '"
            + TENANT
            + "' (from settings.xml server prod): AADSTS9999999: Something new.\n"
            + "  Fix: do what this message asks for, or choose another hybridnet.auth.type. For"
            + " Microsoft's support: the request has the correlation id 1");
  }

  @Test
  void aRefusalThatPasses() {
    arm.service.on(TOKEN_PATH, refusal(90033, "A transient error has occurred."));
    assertFails(
        null,
        "HN3068: The service principal "
            + CLIENT
            + " (from settings.xml server prod) could not sign in now: AADSTS90033: A transient"
            + " error has occurred.\n"
            + "  Fix: run the goal again in a few minutes. The sign-in service is busy or has a"
            + " problem");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 403, 404})
  void aPageOfAProxyInThePlaceOfAToken(int status) {
    arm.service.on(
        TOKEN_PATH,
        Answer.of(status, "<!DOCTYPE html><title>Access\u001b[2J denied</title>" + SECRET)
            .with("Content-Type", "text/html"));
    assertFails(
        null,
        "HN3050: https://login.microsoftonline.com could not be reached: HTTP "
            + status
            + " with a web page with the title 'Access denied' came instead of an answer of"
            + " login.microsoftonline.com; a proxy or a firewall may have sent this page\n"
            + "  Fix: allow this host in the proxy or firewall, without a login page, or set the"
            + " right proxy in settings.xml");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 404})
  void aPageOfAProxyInThePlaceOfAzure(int status) {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on(
            "GET /subscriptions/" + SUB_2,
            Answer.of(status, " \n<html><body>blocked").with("Content-Type", "text/plain"));
    assertThatThrownBy(() -> signIn(CloudTarget.KnownCloud.AZURE, given(SUB_2)))
        .hasMessageContaining(
            "HTTP " + status + " with a web page came instead of an answer of management.azure.com")
        .hasMessageNotContaining("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"access_token\":null}",
        "{\"error\":{\"a\":1}}",
        "{\"error\":\"x\",\"error_codes\":[\"a\",1e300,null]}",
        "WARNING {"
      })
  void nothingOfALibraryReachesTheUser(String answer) {
    for (int status : new int[] {200, 400, 401, 503}) {
      FakeArm other = new FakeArm();
      other.service.on(TOKEN_PATH, status, answer);
      assertThatThrownBy(
              () ->
                  new CloudAuthenticator(other.pipelines(), executor, other.errors)
                      .signIn(settings(CloudTarget.KnownCloud.AZURE, null), principal(TENANT)))
          .isInstanceOf(UserException.class)
          .hasMessageMatching("(?s)HN30(14|30|51|68): .*\\R  Fix: .*")
          .hasMessageNotContaining("Unrecognized")
          .hasMessageNotContaining("com.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"value\":null}",
        "{\"value\":[null]}",
        "{\"value\":[{}]}",
        "{\"value\":[{\"subscriptionId\":null,\"state\":\"Enabled\"}]}",
        "{\"value\":[],\"nextLink\":\"no address\"}",
        "{\"value\":[],\"nextLink\":\"https://management.azure.com/subscriptions\"}"
      })
  void aListOfSubscriptionsThatIsNoneProvesNothing(String answer) {
    arm.service.on(TOKEN_PATH, 200, TOKEN).on("GET /subscriptions", 200, answer);
    assertThatThrownBy(() -> signIn(CloudTarget.KnownCloud.AZURE, null))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "HN3030: https://management.azure.com was reached, but the sign-in could not be"
                + " completed, because an answer cannot be used. ")
        .hasMessageContaining(" could not be ")
        .hasMessageEndingWith(
            "\n"
                + "  Fix: check that this is the address of the service that you mean, and that no"
                + " proxy changes its answers. Then run the goal again. Nothing was changed");
  }

  /** What a library throws inside of what another one throws is nothing to a user. */
  @Test
  void aRefusalWithoutACode() {
    arm.service.on(TOKEN_PATH, Answer.of(418, "{\"error\":\"teapot\"}"));
    assertThatThrownBy(() -> signIn(CloudTarget.KnownCloud.AZURE, null))
        .hasMessageStartingWith("HN3014: The service principal " + CLIENT)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void anUnreachableAuthority() {
    arm.service.on(TOKEN_PATH, Answer.none(new ConnectException()));
    assertFails(
        null,
        "HN3030: https://login.microsoftonline.com cannot be reached: The connection was refused.\n"
            + "  Fix: check that the address is right, that the service runs, and that this machine"
            + " reaches it through the network or the proxy (settings.xml or HTTPS_PROXY)");
  }

  @Test
  void anUnreachableEndpoint() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", Answer.none(new ConnectException()));
    assertFails(
        null,
        "HN3030: https://management.azure.com cannot be reached: The connection was refused.\n"
            + "  Fix: check that the address is right, that the service runs, and that this machine"
            + " reaches it through the network or the proxy (settings.xml or HTTPS_PROXY)");
  }

  @Test
  void anEndpointThatRefuses() {
    arm.service
        .on(TOKEN_PATH, 200, TOKEN)
        .on(
            "GET /subscriptions",
            401,
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Bad.\"}}");
    assertFails(
        null,
        "HN3034: https://management.azure.com refused the first request of the service principal "
            + CLIENT
            + " (from settings.xml server prod) in the tenant '"
            + TENANT
            + "' (from settings.xml server prod): InvalidAuthenticationToken: Bad.\n"
            + "  Fix: check that hybridnet.cloud is the cloud of the subscription, and that this"
            + " tenant owns the subscription. If both are right, check that the service principal "
            + CLIENT
            + " (from settings.xml server prod) is enabled in this tenant, and that its credential"
            + " is still valid");
  }

  /** The libraries behind it would give the same token again. */
  @Test
  void aRefusedTokenIsFollowedByANewSignIn() {
    arm.service
        .on(TOKEN_PATH, Answer.of(200, TOKEN), Answer.of(200, TOKEN.replace(".sig", ".other")))
        .on("GET /subscriptions", 200, list(one(SUB_1, "Prod")))
        .on("GET /x", Answer.of(401, "{}"), Answer.of(200, "{}"));

    AuthenticatedSession authenticatedSession = signIn(CloudTarget.KnownCloud.AZURE, null);
    HttpRequest request = new HttpRequest(HttpMethod.GET, FakeArm.ENDPOINT + "/x");
    HttpResponse response = authenticatedSession.pipeline().sendSync(request, Context.NONE);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(arm.service.lines())
        .containsExactly(TOKEN_PATH, "GET /subscriptions", "GET /x", TOKEN_PATH, "GET /x");
    assertThat(arm.service.sent().get(2).header("Authorization")).endsWith(".sig");
    assertThat(arm.service.sent().get(4).header("Authorization")).endsWith(".other");
  }

  @Test
  void aCustomEndpointNamesItsAuthority() {
    arm.service
        .on(
            "GET /metadata/endpoints",
            200,
            "{\"name\":\"sim\",\"authentication\":{\"loginEndpoint\":\"https://localhost:9443/\","
                + "\"audiences\":[\"https://management.core.windows.net/\"]},\"suffixes\":{}}")
        .on(TOKEN_PATH, 200, TOKEN)
        .on("GET /subscriptions", 200, list(one(SUB_1, "Sim")));

    AuthenticatedSession authenticatedSession = signIn(new CloudTarget.Endpoint(CUSTOM), null);

    assertThat(authenticatedSession.description().lines().get(0))
        .isEqualTo("Cloud:        sim, https://localhost:8443 (from hybridnet.cloud)");
    assertThat(arm.service.sent())
        .extracting(Sent::host)
        .containsExactly("localhost:8443", "localhost:9443", "localhost:8443");
    assertThat(arm.service.sent().get(1).body())
        .contains("scope=https%3A%2F%2Fmanagement.core.windows.net%2F%2F.default");
  }

  @Test
  void anOlderEndpointNamesAnAdfs() {
    arm.service
        .on(
            "GET /metadata/endpoints",
            Answer.of(400, "{}"),
            Answer.of(
                200,
                "{\"authentication\":{\"loginEndpoint\":\"https://localhost:8443/adfs\","
                    + "\"audiences\":[\"https://stack\"]}}"))
        .on("POST /adfs/oauth2/token", 200, TOKEN)
        .on("GET /subscriptions", 200, list(one(SUB_1, "Stack")));

    AuthenticatedSession authenticatedSession = signIn(new CloudTarget.Endpoint(CUSTOM), null);

    assertThat(authenticatedSession.description().subscription().name()).isEqualTo("Stack");
    assertThat(arm.service.sent().get(0).query()).isEqualTo("api-version=2022-09-01");
    assertThat(arm.service.sent().get(1).query()).isEqualTo("api-version=2015-01-01");
  }

  @Test
  void anEndpointThatIsSomethingElse() {
    arm.service.on("GET /metadata/endpoints", 200, "<html>hello</html>");
    assertThatThrownBy(() -> signIn(new CloudTarget.Endpoint(CUSTOM), null))
        .isInstanceOf(UserException.class)
        .hasMessage(
            lines(
                "HN3032: https://localhost:8443 answered, but not as an Azure Resource Manager: its"
                    + " /metadata/endpoints answered HTTP 200 with a web page, which names no"
                    + " address to sign in at.\n"
                    + "  Fix: set hybridnet.cloud to the name of an Azure cloud or to the address"
                    + " of its Azure Resource Manager. A proxy can also cause this answer"));
  }

  @Test
  void anUntrustedCertificateIsNotTriedAgain() {
    SSLHandshakeException untrusted = new SSLHandshakeException("PKIX path building failed");
    untrusted.initCause(new java.security.cert.CertificateException("unknown"));
    arm.service.on("GET /metadata/endpoints", Answer.none(untrusted));
    assertThatThrownBy(() -> signIn(new CloudTarget.Endpoint(CUSTOM), null))
        .hasMessage(
            lines(
                "HN3031: The certificate of https://localhost:8443 is not trusted.\n"
                    + "  Fix: set hybridnet.caCertificates to a PEM file with the certificate"
                    + " authority that signed it"));
    assertThat(arm.service.sent()).hasSize(1);
  }

  @Test
  void aServicePrincipalWithoutTenant() {
    assertThatThrownBy(
            () ->
                authentication()
                    .signIn(settings(CloudTarget.KnownCloud.AZURE, null), principal(null)))
        .hasMessage(
            lines(
                "HN3016: The tenant of the service principal "
                    + CLIENT
                    + " (from settings.xml server prod) is not known.\n"
                    + "  Fix: set hybridnet.tenantId, or <configuration><tenant> of the <server>"
                    + " entry in settings.xml"));
  }

  @Test
  void noCredentialListsWhatWasConsidered() {
    SignInMethod nothing =
        new SignInMethod.EnvironmentSignIn(
            AuthType.AUTO, new EnvironmentVariables(Map.of("PATH", "/nowhere")), null);
    assertThatThrownBy(
            () -> authentication().signIn(settings(CloudTarget.KnownCloud.AZURE, null), nothing))
        .hasMessage(
            lines(
                "HN3010: There is no credential for the cloud 'azure'"
                    + " (https://management.azure.com). These were considered:\n"
                    + "    client secret: AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_CLIENT_SECRET are"
                    + " not set\n"
                    + "    client certificate: AZURE_CLIENT_ID, AZURE_TENANT_ID,"
                    + " AZURE_CLIENT_CERTIFICATE_PATH are not set\n"
                    + "    workload identity: AZURE_CLIENT_ID, AZURE_TENANT_ID,"
                    + " AZURE_FEDERATED_TOKEN_FILE are not set\n"
                    + "    GitHub Actions: ACTIONS_ID_TOKEN_REQUEST_URL,"
                    + " ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set (the job needs 'permissions:"
                    + " id-token: write', which pull requests from forks do not get)\n"
                    + "    Azure Pipelines: AZURESUBSCRIPTION_SERVICE_CONNECTION_ID,"
                    + " SYSTEM_OIDCREQUESTURI are not set\n"
                    + "    managed identity: used only with hybridnet.auth.type=managed_identity or"
                    + " a hybridnet.auth.managedIdentity id\n"
                    + "    Azure CLI: there is no az on the PATH\n"
                    + "  Fix: set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or name"
                    + " a <server> entry of settings.xml with hybridnet.serverId, or sign in with"
                    + " 'az login'"));
  }

  @Test
  void theFixIsTheOneForTheChosenWayToSignIn() {
    assertThatThrownBy(() -> signInWithNothing(AuthType.AZURE_CLI))
        .hasMessageEndingWith(
            "  Fix: install the Azure CLI and sign in with 'az login', or choose another"
                + " hybridnet.auth.type");
    assertThatThrownBy(() -> signInWithNothing(AuthType.WORKLOAD_IDENTITY))
        .hasMessageEndingWith(
            "  Fix: set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE, or choose"
                + " another hybridnet.auth.type");
  }

  private void signInWithNothing(AuthType type) {
    SignInMethod nothing =
        new SignInMethod.EnvironmentSignIn(
            type, new EnvironmentVariables(Map.of("PATH", "/nowhere")), null);
    authentication().signIn(settings(CloudTarget.KnownCloud.AZURE, null), nothing);
  }

  @Test
  void theEnvironmentsSecretIsUsed() {
    arm.service.on(TOKEN_PATH, 200, TOKEN).on("GET /subscriptions", 200, list(one(SUB_1, "Prod")));
    SignInMethod environment =
        new SignInMethod.EnvironmentSignIn(
            AuthType.AUTO,
            new EnvironmentVariables(
                Map.of(
                    "AZURE_CLIENT_ID", CLIENT,
                    "AZURE_TENANT_ID", TENANT,
                    "AZURE_CLIENT_SECRET", SECRET + "\n")),
            null);

    AuthenticatedSession authenticatedSession =
        authentication().signIn(settings(CloudTarget.KnownCloud.AZURE, null), environment);

    assertThat(authenticatedSession.description().lines())
        .contains(
            "Tenant:       " + TENANT + " (from environment AZURE_TENANT_ID)",
            "Identity:     service principal " + CLIENT + " (from environment AZURE_CLIENT_ID)");
  }

  private void assertFails(@Nullable SourcedValue subscription, String sentence) {
    assertThatThrownBy(() -> signIn(CloudTarget.KnownCloud.AZURE, subscription))
        .isInstanceOf(UserException.class)
        .hasMessage(lines(sentence))
        .satisfies(CloudAuthenticatorTest::holdsNoSecret);
  }

  private static void holdsNoSecret(Throwable thrown) {
    java.io.StringWriter trace = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET).doesNotContain("eyJhbGci");
  }

  private static String lines(String text) {
    return text.replace("\n", System.lineSeparator());
  }

  private AuthenticatedSession signIn(CloudTarget target, @Nullable SourcedValue subscription) {
    return authentication().signIn(settings(target, subscription), principal(TENANT));
  }

  private CloudAuthenticator authentication() {
    return new CloudAuthenticator(arm.pipelines(), executor, arm.errors);
  }

  private static CloudSettings settings(CloudTarget target, @Nullable SourcedValue subscription) {
    return new CloudSettings(target, "hybridnet.cloud", null, subscription, null);
  }

  private static SignInMethod principal(@Nullable String tenant) {
    return new SignInMethod.ServicePrincipal(
        CLIENT, Secret.of(SECRET, Secret.Source.PROPERTY), tenant, "settings.xml server prod");
  }

  private static SourcedValue given(String subscription) {
    return new SourcedValue(subscription, "hybridnet.subscriptionId");
  }

  private static Answer refusal(int code, String text) {
    return Answer.of(
        401,
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS"
            + code
            + ": "
            + text
            + " Trace ID: 0000 Correlation ID: 1111 Timestamp: 2026\",\"error_codes\":["
            + code
            + "],\"trace_id\":\"0\",\"correlation_id\":\"1\"}");
  }

  private static String page(String next) {
    return "{\"value\":[],\"nextLink\":\"" + next + "\"}";
  }

  private static String list(String elements) {
    return "{\"value\":[" + elements + "]}";
  }

  private static String one(String id, String name) {
    return "{\"id\":\"/subscriptions/"
        + id
        + "\",\"subscriptionId\":\""
        + id
        + "\",\"tenantId\":\""
        + TENANT
        + "\",\"displayName\":\""
        + name
        + "\",\"state\":\"Enabled\"}";
  }
}
