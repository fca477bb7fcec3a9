package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CIRCUIT =
      new ResourceKey("s", "erc-rg", ResourceType.CIRCUIT, "erc");
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final String CONNECTIONS = GATEWAY.id() + "/connections";
  private static final ResourceKey OURS =
      new ResourceKey("s", "rg", ResourceType.CONNECTION, "ours");
  private static final ResourceKey THEIRS =
      new ResourceKey("t", "other", ResourceType.CONNECTION, "theirs");
  private static final String ABSENT =
      "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}";

  private final FakeArm arm = new FakeArm();

  @Test
  void theConnectionsOfAGatewayAreReadWhereverTheyAre() {
    arm.service
        .on(
            "GET " + CONNECTIONS,
            Answer.of(200, page(FakeArm.ENDPOINT + CONNECTIONS + "?$skiptoken=2", OURS.id())),
            Answer.of(200, page("", THEIRS.id())))
        .on("GET " + OURS.id(), 200, connection("ours"))
        .on("GET " + THEIRS.id(), 200, connection("theirs"));

    List<ActualResource> found = arm.cloud().connectionsOf(GATEWAY);

    assertThat(found).extracting(ActualResource::key).containsExactly(OURS, THEIRS);
    assertThat(found.get(1).body().toString()).contains("sharedKey=***");
    assertThat(arm.service.sent().get(1).query()).isEqualTo("$skiptoken=2");
  }

  @Test
  void aConnectionThatWentMeanwhileIsNone() {
    arm.service
        .on("GET " + CONNECTIONS, 200, page(null, OURS.id()))
        .on("GET " + OURS.id(), 404, ABSENT);
    assertThat(arm.cloud().connectionsOf(GATEWAY)).isEmpty();
  }

  @Test
  void ofAConnectionThatMustNotBeReadThereIsWhatTheListTells() {
    arm.service
        .on(
            "GET " + CONNECTIONS,
            200,
            "{\"value\":[{\"id\":\""
                + THEIRS.id()
                + "\",\"name\":\"theirs\",\"properties\":{\"provisioningState\":\"Succeeded\","
                + "\"connectionType\":\"IPsec\"}}]}")
        .on(
            "GET " + THEIRS.id(),
            403,
            "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"You may not.\"}}");

    List<ActualResource> found = arm.cloud().connectionsOf(GATEWAY);

    assertThat(found).extracting(ActualResource::key).containsExactly(THEIRS);
    assertThat(found.get(0).body().toString()).contains("connectionType=IPsec");
  }

  @Test
  void aConnectionThatNobodyAnswersForIsAnError() {
    arm.service
        .on("GET " + CONNECTIONS, 200, page(null, OURS.id()))
        .on("GET " + OURS.id(), 503, "");
    assertThatThrownBy(() -> arm.cloud().connectionsOf(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.BUSY));
  }

  @Test
  void anAbsentGatewayHasNoConnections() {
    arm.service.on("GET " + CONNECTIONS, 404, ABSENT);
    assertThat(arm.cloud().connectionsOf(GATEWAY)).isEmpty();
  }

  private static final String CIRCUITS_GROUP = "/subscriptions/s/resourceGroups/erc-rg";
  private static final String HIDDEN = "/subscriptions/s/resourceGroups/hidden";
  private static final String LIST = "/providers/Microsoft.Network/connections";
  private static final String FORBIDDEN =
      "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"You may not.\"}}";

  private void subscriptionWithHiddenGroup() {
    arm.service
        .on("GET " + CIRCUITS_GROUP + LIST, 200, page(null))
        .on(
            "GET /subscriptions/s/resources",
            200,
            page(null, OURS.id(), OURS.id() + "-2", HIDDEN + LIST + "/c", GATEWAY.id()))
        .on("GET " + GROUP.id() + LIST, 200, toCircuits(CIRCUIT.id().toUpperCase(Locale.ROOT)))
        .on("GET " + HIDDEN + LIST, 403, FORBIDDEN);
  }

  @Test
  void theConnectionsOfACircuitAreFoundInAllGroups() {
    subscriptionWithHiddenGroup();
    arm.service.on(
        "GET " + HIDDEN + LIST + "/c",
        200,
        "{\"id\":\"%s\",\"name\":\"c\",\"properties\":{\"peer\":{\"id\":\"%s\"}}}"
            .formatted(HIDDEN + LIST + "/c", CIRCUIT.id()));

    List<ActualResource> found = arm.cloud().connectionsOf(CIRCUIT);

    assertThat(found)
        .extracting(each -> each.key().id())
        .containsExactly(OURS.id(), HIDDEN + LIST + "/c");
    assertThat(arm.service.sent()).hasSize(5);
    assertThat(arm.service.sent().get(0).query())
        .contains("$filter=resourceType%20eq%20'Microsoft.Network/connections'");
  }

  /** The list of the subscription is a cache that lags behind by minutes. */
  @Test
  void aNewConnectionInTheGroupOfTheCircuitIsFoundWithoutTheListOfTheSubscription() {
    String id = CIRCUITS_GROUP + LIST + "/new";
    arm.service
        .on("GET /subscriptions/s/resources", 200, page(null))
        .on(
            "GET " + CIRCUITS_GROUP + LIST,
            200,
            "{\"value\":[{\"id\":\"%s\",\"name\":\"new\",\"properties\":{\"peer\":{\"id\":\"%s\"}}}]}"
                .formatted(id, CIRCUIT.id()));
    assertThat(arm.cloud().connectionsOf(CIRCUIT))
        .extracting(each -> each.key().id())
        .containsExactly(id);
  }

  @Test
  void aConnectionThatMustNotBeReadMayLeadToTheCircuit() {
    subscriptionWithHiddenGroup();
    arm.service.on("GET " + HIDDEN + LIST + "/c", 403, FORBIDDEN);
    assertNotSeen(403);
  }

  @Test
  void aSubscriptionThatMustNotBeListedMayHaveConnectionsToTheCircuit() {
    arm.service.on("GET /subscriptions/s/resources", 403, FORBIDDEN);
    assertNotSeen(403);
  }

  @Test
  void aSubscriptionWhoseListIsAbsentMayHaveConnectionsToTheCircuit() {
    arm.service.on("GET /subscriptions/s/resources", 404, ABSENT);
    assertNotSeen(404);
  }

  /** The parser's own text quotes the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"routingWeight\":[]",
        "\"enableBgp\":{}",
        "\"peer\":[]",
        "\"tunnelProperties\":7",
        "\"connectionStatus\":[]"
      })
  void aConnectionInAListThatIsNoneIsToldWithoutItsText(String member) {
    arm.service
        .on("GET /subscriptions/s/resources", 200, page(null, OURS.id()))
        .on("GET " + CIRCUITS_GROUP + LIST, 200, page(null))
        .on(
            "GET " + GROUP.id() + LIST,
            200,
            "{\"value\":[{\"id\":\"%s\",\"properties\":{\"sharedKey\":\"key-canary\",%s}}]}"
                .formatted(OURS.id(), member));
    assertThatThrownBy(() -> arm.cloud().connectionsOf(CIRCUIT))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
        .hasMessageStartingWith(
            "The answer about the connection ours in a list could not be understood: ")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("token");
  }

  private void assertNotSeen(int status) {
    assertThatThrownBy(() -> arm.cloud().connectionsOf(CIRCUIT))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  private static String toCircuits(String circuit) {
    return "{\"value\":[{\"id\":\"%s\",\"name\":\"ours\",\"properties\":{\"peer\":{\"id\":\"%s\"}}},"
            .formatted(OURS.id(), circuit)
        + "{\"id\":\"%s-2\",\"name\":\"ours-2\",\"properties\":{\"peer\":{\"id\":\"%s-2\"}}}]}"
            .formatted(OURS.id(), circuit);
  }

  private static String page(String next, String... ids) {
    StringBuilder entries = new StringBuilder();
    for (String id : ids) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
    }
    String link = next == null ? "" : ",\"nextLink\":\"" + next + "\"";
    return "{\"value\":[" + entries + "]" + link + "}";
  }

  private static String connection(String name) {
    return """
    {"name":"%s","properties":{"provisioningState":"Succeeded","connectionType":"IPsec",
     "sharedKey":"a-key-of-somebody"}}
    """
        .formatted(name);
  }
}
