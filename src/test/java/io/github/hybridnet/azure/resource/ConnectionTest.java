package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.FakeService.Sent;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
  private static final ResourceKey KEY =
      new ResourceKey("s", "rg", ResourceType.CONNECTION, "vpn-cn");
  private static final String PATH = KEY.id();
  private static final String KEY_PATH = PATH + "/sharedkey";
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final FakeArm arm = new FakeArm();

  @Test
  void itsKeyIsASecretAtOnce() {
    arm.service.on("GET " + PATH, 200, connection("IPsec", "standing-key"));

    ActualResource actual = arm.cloud().read(KEY).orElseThrow();

    assertThat(key(actual).reveal()).isEqualTo("standing-key");
    assertThat(key(actual).source()).isEqualTo(Secret.Source.CLOUD);
    assertThat(actual.toString()).doesNotContain("standing-key");
    assertThat(actual.observed()).containsEntry("connectionStatus", "Connected");
    assertThat(arm.service.lines()).containsExactly("GET " + PATH);
  }

  @Test
  void itsKeyIsAskedForWhenItDoesNotCome() {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", null))
        .on("GET " + KEY_PATH, 200, "{\"value\":\"other-key\"}");

    assertThat(key(arm.cloud().read(KEY).orElseThrow()).reveal()).isEqualTo("other-key");
  }

  @Test
  void itIsReadWithoutItsKeyByOneWhoMayNotSeeKeys() {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", null))
        .on(
            "GET " + KEY_PATH,
            403,
            "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"No.\"}}");

    ActualResource actual = arm.cloud().read(KEY).orElseThrow();

    assertThat(actual.body().toString()).contains("IPsec").doesNotContain("sharedKey");
  }

  /** It is not known then whether the key may be seen. */
  @Test
  void itIsNotReadWithoutItsKeyByOneWhoIsNotSignedIn() {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", null))
        .on(
            "GET " + KEY_PATH,
            401,
            "{\"error\":{\"code\":\"ExpiredAuthenticationToken\",\"message\":\"No.\"}}");
    assertThatThrownBy(() -> arm.cloud().read(KEY))
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.isSignInLost()).isTrue());
  }

  @Test
  void anExpressRouteConnectionIsNeverAskedForItsKey() {
    arm.service.on("GET " + PATH, 200, connection("ExpressRoute", null));
    assertThat(arm.cloud().read(KEY)).isPresent();
    assertThat(arm.service.lines()).containsExactly("GET " + PATH);
  }

  @Test
  void isCreatedWithItsKey() throws InterruptedException {
    arm.service
        .on("PUT " + PATH, 201, connection("IPsec", "first-key"))
        .on("GET " + PATH, 200, connection("IPsec", "first-key"));

    apply(declared("IPsec", "first-key", 10), null);

    assertThat(arm.service.lines()).containsExactly("PUT " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(0).body()).contains("\"sharedKey\":\"first-key\"");
  }

  @Test
  void anExpressRouteConnectionIsWrittenWithoutAnyKey() throws InterruptedException {
    arm.service
        .on("PUT " + PATH, 201, connection("ExpressRoute", null))
        .on("GET " + PATH, 200, connection("ExpressRoute", null));

    apply(declared("ExpressRoute", "a-key", 10), null);

    assertThat(arm.service.sent()).extracting(Sent::body).noneMatch(b -> b.contains("sharedKey"));
  }

  @Test
  void onlyItsKeyIsSetWhenOnlyThatDiffers() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", "standing-key"))
        .on("PUT " + KEY_PATH, 200, "null");

    apply(declared("IPsec", "new-key", 10), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.service.lines())
        .containsExactly("GET " + PATH, "PUT " + KEY_PATH, "GET " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body()).isEqualTo("{\"value\":\"new-key\"}");
  }

  @Test
  void theKeyThatStandsIsLeftAloneByAnUpdate() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", "standing-key"))
        .on("PUT " + PATH, 200, connection("IPsec", "standing-key"))
        .on("PUT " + KEY_PATH, 200, "null");

    apply(declared("IPsec", "new-key", 20), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.service.lines())
        .containsSubsequence("PUT " + PATH, "PUT " + KEY_PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .contains("\"sharedKey\":\"standing-key\"", "\"routingWeight\":20");
  }

  @Test
  void anUpdateThatKeepsTheKeySetsNone() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", "standing-key"))
        .on("PUT " + PATH, 200, connection("IPsec", "standing-key"));

    apply(declared("IPsec", "standing-key", 20), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PATH);
  }

  @Test
  void aServiceThatEchoesTheKeyDoesNotReachTheUser() {
    arm.service.on(
        "PUT " + PATH,
        Answer.of(
            400,
            "{\"error\":{\"code\":\"InvalidKey\",\"message\":\"first-key is not a good key.\"}}"));
    assertThatThrownBy(() -> apply(declared("IPsec", "first-key", 10), null))
        .isInstanceOf(CloudException.class)
        .hasMessage("*** is not a good key.");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthorizationFailed",
    "400, SharedKeyCannotBeRead",
    "404, ResourceNotFound",
    "405, MethodNotAllowed"
  })
  void aKeyThatMustNotBeReadStaysAway(int status, String code) {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", null))
        .on("GET " + KEY_PATH, status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"m\"}}");

    ActualResource actual = arm.cloud().read(KEY).orElseThrow();

    assertThat(actual.body().toString()).doesNotContain("sharedKey");
    assertThat(new Planner().change(declared("IPsec", "new-key", 10), actual).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
  }

  @Test
  void aKeyThatNobodyAnswersForIsAnError() {
    arm.service.on("GET " + PATH, 200, connection("IPsec", null)).on("GET " + KEY_PATH, 503, "");
    assertThatThrownBy(() -> arm.cloud().read(KEY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.BUSY));
  }

  @Test
  void aKeyThatCouldNotBeComparedIsNotSet() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", null))
        .on("GET " + KEY_PATH, 403, "{\"error\":{\"code\":\"AuthorizationFailed\"}}")
        .on("PUT " + PATH, 200, connection("IPsec", null));

    apply(declared("IPsec", "new-key", 20), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.service.lines()).doesNotContain("PUT " + KEY_PATH);
    assertThat(arm.service.sent()).extracting(Sent::body).noneMatch(b -> b.contains("sharedKey"));
  }

  @Test
  void aNewKeyIsInPlaceWhenTheConnectionIsAtRestAgain() throws InterruptedException {
    String operation = "/subscriptions/s/operations/1";
    String atWork = connection("IPsec", "new-key").replace("Succeeded", "Updating");
    arm.service
        .on(
            "GET " + PATH,
            Answer.of(200, connection("IPsec", "standing-key")),
            Answer.of(200, atWork),
            Answer.of(200, connection("IPsec", "new-key")))
        .on(
            "PUT " + KEY_PATH,
            Answer.of(200, "null").with("Azure-AsyncOperation", FakeArm.ENDPOINT + operation))
        .on("GET " + operation, 200, "{\"status\":\"Succeeded\"}");

    apply(declared("IPsec", "new-key", 10), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.service.lines())
        .containsExactly(
            "GET " + PATH,
            "PUT " + KEY_PATH,
            "GET " + operation,
            "GET " + PATH,
            "GET " + PATH,
            "GET " + PATH);
  }

  @ParameterizedTest
  @CsvSource({"404, ''", "200, InProgress"})
  void aKeysOperationThatNeverEndsEndsAsTheConnectionSays(int status, String state)
      throws InterruptedException {
    String operation = "/subscriptions/s/operations/1";
    arm.service
        .on("GET " + PATH, 200, connection("IPsec", "standing-key"))
        .on(
            "PUT " + KEY_PATH,
            Answer.of(200, "null").with("Azure-AsyncOperation", FakeArm.ENDPOINT + operation))
        .on("GET " + operation, status, "{\"status\":\"" + state + "\"}");

    apply(declared("IPsec", "new-key", 10), arm.cloud().read(KEY).orElseThrow());

    assertThat(arm.time.slept().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMinutes(12));
  }

  private void apply(DeclaredResource desired, ActualResource actual) throws InterruptedException {
    ResourceChange resourceChange = new Planner().change(desired, actual);
    Map<String, Object> body =
        actual == null ? desired.body() : BodyMerge.merge(actual.body(), desired.body());
    arm.cloud().apply(resourceChange, body, CallOptions.within(LIMIT));
  }

  private static DeclaredResource declared(String type, String key, int weight) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("connectionType", type);
    properties.put("sharedKey", Secret.of(key, Secret.Source.FILE));
    properties.put("routingWeight", weight);
    properties.put("virtualNetworkGateway1", Map.of("id", "/gw"));
    return new DeclaredResource(
        KEY,
        Map.of("location", "westus", "properties", properties),
        List.of(),
        WriteRules.locking(KEY));
  }

  private static String connection(String type, String key) {
    return """
    {"name":"vpn-cn","id":"%s","etag":"W/\\"1\\"","location":"westus",
     "properties":{"provisioningState":"Succeeded","connectionType":"%s","routingWeight":10,
      "virtualNetworkGateway1":{"id":"/gw"},"connectionStatus":"Connected"%s}}
    """
        .formatted(PATH, type, key == null ? "" : ",\"sharedKey\":\"" + key + "\"");
  }

  private static Secret key(ActualResource actual) {
    return (Secret) ((Map<?, ?>) actual.body().get("properties")).get("sharedKey");
  }
}
