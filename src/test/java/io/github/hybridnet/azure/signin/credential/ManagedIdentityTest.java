package io.github.hybridnet.azure.signin.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.EnvironmentVariables;
import io.github.hybridnet.azure.settings.ManagedIdentityId;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.CloudAuthenticator;
import io.github.hybridnet.azure.signin.CloudAuthenticator.AuthenticatedSession;
import io.github.hybridnet.text.UserException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedIdentityTest {
  private static final String IMDS = "GET /metadata/identity/oauth2/token";
  private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
  private static final String RESOURCE =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";

  private final FakeArm arm = new FakeArm();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private AuthenticatedSession signIn(@Nullable ManagedIdentityId id) {
    CloudSettings settings =
        new CloudSettings(
            CloudTarget.KnownCloud.AZURE,
            "test",
            null,
            new SourcedValue(SUBSCRIPTION, "test"),
            null);
    arm.service.on(
        "GET /subscriptions/" + SUBSCRIPTION,
        200,
        "{\"subscriptionId\":\"" + SUBSCRIPTION + "\",\"state\":\"Enabled\"}");
    SignInMethod who =
        new SignInMethod.EnvironmentSignIn(
            id == null ? AuthType.MANAGED_IDENTITY : AuthType.AUTO,
            new EnvironmentVariables(Map.of()),
            id);
    return new CloudAuthenticator(arm.pipelines(), executor, arm.errors).signIn(settings, who);
  }

  private static ManagedIdentityId id(ManagedIdentityId.Kind kind, String value) {
    return new ManagedIdentityId(kind, new SourcedValue(value, "test"));
  }

  @ParameterizedTest
  @CsvSource({"CLIENT, client_id", "OBJECT, object_id", "RESOURCE, mi_res_id"})
  void anIdentityIsNamedByEachOfItsIds(ManagedIdentityId.Kind kind, String parameter) {
    String value = kind == ManagedIdentityId.Kind.RESOURCE ? RESOURCE : "id-" + parameter;
    arm.service.on(
        IMDS,
        200,
        "{\"access_token\":\"t\",\"expires_on\":\"4102444800\",\"resource\":\"r\","
            + "\"token_type\":\"Bearer\"}");
    AuthenticatedSession authenticatedSession = signIn(id(kind, value));
    assertThat(arm.service.sent().get(0).host()).isEqualTo("169.254.169.254");
    assertThat(
            java.net.URLDecoder.decode(
                arm.service.sent().get(0).query(), java.nio.charset.StandardCharsets.UTF_8))
        .contains(parameter + "=" + value);
    assertThat(authenticatedSession.description().identity())
        .isEqualTo(new SourcedValue("managed identity " + value, "test"));
    assertThat(authenticatedSession.term().kind().name()).isEqualTo("RENEWABLE");
  }

  /** The library would read such an answer for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"\"access_token\":[]", "\"access_token\":\"t\",\"expires_on\":[]"})
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aListInThePlaceOfAText(String members) {
    arm.service.on(IMDS, 200, "{\"token_type\":\"Bearer\",\"resource\":\"r\"," + members + "}");
    assertThatThrownBy(() -> signIn(null))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("could not sign in");
  }

  @Test
  void offAzureASentenceSaysSoAfterOneTry() {
    for (Answer none :
        new Answer[] {
          Answer.none(new ConnectException()), Answer.none(new HttpTimeoutException("late"))
        }) {
      FakeArm fresh = new FakeArm();
      fresh.service.on(IMDS, none);
      assertThatThrownBy(() -> signInWith(fresh))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith(
              "HN3052: The managed identity (from hybridnet.auth.type) cannot be used here: this"
                  + " machine has no managed identity. ")
          .hasMessageNotContaining("Exception");
      assertThat(fresh.service.lines()).hasSizeLessThan(5);
    }
  }

  private void signInWith(FakeArm other) {
    CloudSettings settings =
        new CloudSettings(
            CloudTarget.KnownCloud.AZURE,
            "test",
            null,
            new SourcedValue(SUBSCRIPTION, "test"),
            null);
    SignInMethod who =
        new SignInMethod.EnvironmentSignIn(
            AuthType.MANAGED_IDENTITY, new EnvironmentVariables(Map.of()), null);
    new CloudAuthenticator(other.pipelines(), executor, other.errors).signIn(settings, who);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><title>Router</title>", "nothing of the kind", ""})
  void whoeverElseAnswersIsNotTakenForAzure(String answer) {
    for (int status : new int[] {200, 403, 404}) {
      FakeArm other = new FakeArm();
      other.service.on(IMDS, status, answer);
      assertThatThrownBy(() -> signInWith(other))
          .hasMessageStartingWith("HN3052")
          .hasMessageContaining("The answer was HTTP " + status);
    }
  }

  /** Azure Arc names a key in a header first; what its body is then is not documented. */
  @Test
  void theChallengeOfAzureArcReachesWhoAnswersIt() {
    String realm = "Basic realm=/var/opt/azcmagent/tokens/1.key";
    arm.service.on(IMDS, Answer.of(401, "").with("WWW-Authenticate", realm));
    HttpRequest request =
        new HttpRequest(HttpMethod.GET, "http://127.0.0.1:40342/metadata/identity/oauth2/token");
    ManagedIdentityAnswerPolicy answers =
        new ManagedIdentityAnswerPolicy(arm.errors, new SourcedValue("it", "test"));
    try (HttpResponse response = arm.pipelines().nearby(answers).sendSync(request, Context.NONE)) {
      assertThat(response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE)).isEqualTo(realm);
    }
  }

  @Test
  void anIdentityThatTheMachineDoesNotHave() {
    arm.service.on(
        IMDS, 400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");
    assertThatThrownBy(() -> signIn(id(ManagedIdentityId.Kind.CLIENT, "an-id")))
        .hasMessage(
            "HN3069: The managed identity an-id (from test) is not assigned to this machine."
                + System.lineSeparator()
                + "  Fix: assign the managed identity to the machine, or correct"
                + " hybridnet.auth.managedIdentity.clientId, objectId or resourceId. If none of"
                + " them is set, the machine's own identity is used");
  }

  @Test
  void twoIdsAreRefused() {
    SourcedValue client = new SourcedValue("a", "hybridnet.auth.managedIdentity.clientId");
    SourcedValue object = new SourcedValue("b", "hybridnet.auth.managedIdentity.objectId");
    assertThatThrownBy(() -> ManagedIdentityId.of(client, object, null))
        .hasMessage(
            "HN3053: More than one id of a managed identity is set:"
                + " hybridnet.auth.managedIdentity.clientId,"
                + " hybridnet.auth.managedIdentity.objectId."
                + System.lineSeparator()
                + "  Fix: set only one of these parameters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my-identity",
        "/subscriptions/s/resourceGroups/g",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i&x=1"
      })
  void whatCanBeNoResourceIdIsRefused(String value) {
    assertThatThrownBy(() -> ManagedIdentityId.of(null, null, new SourcedValue(value, "test")))
        .hasMessageStartingWith("HN3004: The managed identity '" + value + "'");
    assertThat(ManagedIdentityId.of(null, null, new SourcedValue(RESOURCE.toUpperCase(), "test")))
        .isPresent();
  }
}
