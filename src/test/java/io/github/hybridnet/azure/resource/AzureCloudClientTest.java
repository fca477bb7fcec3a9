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
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.replace.RollbackChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureCloudClientTest {
  private static final String SUB = "11111111-1111-1111-1111-111111111111";
  private static final ResourceKey VNET =
      new ResourceKey(SUB, "rg", ResourceType.VIRTUAL_NETWORK, "hub");
  private static final String PATH = VNET.id();
  private static final String STANDING =
      """
      {"name":"hub","id":"%s","etag":"W/\\"1\\"","type":"Microsoft.Network/virtualNetworks",
       "location":"westus","tags":{"owner":"me"},
       "properties":{"provisioningState":"Succeeded","resourceGuid":"g",
        "addressSpace":{"addressPrefixes":["10.0.0.0/16"]},
        "subnets":[{"name":"web","id":"%s/subnets/web","etag":"W/\\"1\\"",
          "properties":{"provisioningState":"Succeeded","addressPrefix":"10.0.1.0/24"}}],
        "enableDdosProtection":false}}
      """
          .formatted(PATH, PATH);

  private static final String HIDDEN =
      "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}";

  private final FakeArm arm = new FakeArm();

  @Test
  void readsWhatIsWritableAndWhatIsObserved() {
    arm.service.on("GET " + PATH, 200, STANDING);

    ActualResource actual = arm.cloud().read(VNET).orElseThrow();

    assertThat(actual.key()).isEqualTo(VNET);
    assertThat(actual.etag()).isEqualTo("W/\"1\"");
    assertThat(actual.provisioningState()).isEqualTo("Succeeded");
    assertThat(actual.observed()).containsEntry("resourceGuid", "g");
    assertThat(actual.body())
        .containsEntry("location", "westus")
        .containsEntry("tags", Map.of("owner", "me"))
        .doesNotContainKeys("id", "etag", "name", "type");
    assertThat(actual.body().get("properties").toString())
        .contains("addressPrefixes=[10.0.0.0/16]", "addressPrefix=10.0.1.0/24")
        .doesNotContain("provisioningState", "resourceGuid");
    assertThat(arm.service.sent().get(0).query()).contains("api-version=2025-");
    assertThat(arm.service.sent().get(0).header("Authorization"))
        .isEqualTo("Bearer " + FakeArm.TOKEN);
  }

  @Test
  void whatDoesNotExistIsEmpty() {
    arm.service.on(
        "GET " + PATH,
        404,
        "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}");
    assertThat(arm.cloud().read(VNET)).isEmpty();
  }

  @Test
  void anotherServersNotFoundIsNoAbsence() {
    arm.service.on("GET " + PATH, 404, "<html>nothing here</html>");
    assertThatThrownBy(() -> arm.cloud().read(VNET))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("WebPage"));
  }

  @Test
  void anUnknownSubscriptionIsNoAbsence() {
    arm.service.on(
        "GET " + PATH,
        404,
        "{\"error\":{\"code\":\"SubscriptionNotFound\",\"message\":\"no such\"}}");
    assertThatThrownBy(() -> arm.cloud().read(VNET)).hasMessage("no such");
  }

  @Test
  void createsAndWaitsForTheOperation() throws InterruptedException {
    String operation = "/subscriptions/" + SUB + "/providers/Microsoft.Network/operations/1";
    arm.service
        .on(
            "PUT " + PATH,
            Answer.of(201, STANDING.replace("Succeeded", "Updating"))
                .with("Azure-AsyncOperation", FakeArm.ENDPOINT + operation + "?api-version=1&s=x")
                .with("Retry-After", "3"))
        .on(
            "GET " + operation,
            Answer.of(200, "{\"status\":\"InProgress\"}").with("Retry-After", "7"),
            Answer.of(200, "{\"status\":\"Succeeded\"}"))
        .on("GET " + PATH, 200, STANDING);

    Map<String, Object> body = body("10.0.0.0/16");
    ActualResource actual =
        arm.cloud().apply(create(body), body, CallOptions.within(Duration.ofMinutes(5)));

    assertThat(actual.provisioningState()).isEqualTo("Succeeded");
    assertThat(arm.time.slept()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(7));
    assertThat(arm.service.lines())
        .containsExactly("PUT " + PATH, "GET " + operation, "GET " + operation, "GET " + PATH);
    assertThat(arm.service.sent().get(0).body())
        .isEqualTo(
            "{\"location\":\"westus\",\"properties\":{\"addressSpace\":{\"addressPrefixes\":"
                + "[\"10.0.0.0/16\"]}}}");
    assertThat(arm.service.sent().get(0).header("If-Match")).isNull();
    assertThat(arm.service.sent().get(1).query()).isEqualTo("api-version=1&s=x");
  }

  /** Azure/azure-rest-api-specs issue 10148: a circuit, 404 after Succeeded. */
  @Test
  void whatWasCreatedIsLookedForUntilAzureShowsIt() throws InterruptedException {
    arm.service
        .on("PUT " + PATH, 201, STANDING)
        .on(
            "GET " + PATH,
            Answer.of(404, HIDDEN),
            Answer.of(404, HIDDEN),
            Answer.of(404, HIDDEN),
            Answer.of(200, STANDING));
    Map<String, Object> body = body("10.0.0.0/16");
    ActualResource actual =
        arm.cloud().apply(create(body), body, CallOptions.within(Duration.ofMinutes(5)));
    assertThat(actual.etag()).isEqualTo("W/\"1\"");
    assertThat(arm.time.slept()).hasSize(3);
  }

  @Test
  void whatAzureNeverShowsWasWrittenInVain() {
    arm.service.on("PUT " + PATH, 201, STANDING).on("GET " + PATH, 404, HIDDEN);
    Map<String, Object> body = body("10.0.0.0/16");
    assertThatThrownBy(
            () -> arm.cloud().apply(create(body), body, CallOptions.within(Duration.ofMinutes(5))))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("ResourceMissing"))
        .hasMessage(
            "The virtual network hub was written, but Azure does not show it after 2 minutes.");
  }

  /** terraform-provider-azurerm issues 7139 and 26340. */
  @Test
  void aGroupThatIsReadWithoutTagsIsReadAgain() {
    ResourceKey group = new ResourceKey(SUB, "rg", ResourceType.RESOURCE_GROUP, "rg");
    arm.service.on(
        "GET " + group.id(),
        Answer.of(200, "{\"name\":\"rg\",\"location\":\"westus\"}"),
        Answer.of(200, "{\"name\":\"rg\",\"location\":\"westus\",\"tags\":{\"a\":\"1\"}}"));
    assertThat(arm.cloud().read(group).orElseThrow().body())
        .containsEntry("tags", Map.of("a", "1"));
    assertThat(arm.service.sent()).hasSize(2);
  }

  @Test
  void updatesAgainstTheEtag() throws InterruptedException {
    arm.service.on("GET " + PATH, 200, STANDING).on("PUT " + PATH, 200, STANDING);
    ActualResource actual = arm.cloud().read(VNET).orElseThrow();

    Map<String, Object> body = body("10.0.0.0/16");
    arm.cloud().apply(update(body, actual), body, CallOptions.within(Duration.ofMinutes(5)));

    assertThat(arm.service.sent().get(1).header("If-Match")).isEqualTo("W/\"1\"");
  }

  @Test
  void aLostRaceIsAConflict() {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on(
            "PUT " + PATH,
            412,
            "{\"error\":{\"code\":\"PreconditionFailed\",\"message\":\"changed\"}}");
    ActualResource actual = arm.cloud().read(VNET).orElseThrow();
    Map<String, Object> body = body("10.0.0.0/16");

    assertThatThrownBy(
            () ->
                arm.cloud()
                    .apply(update(body, actual), body, CallOptions.within(Duration.ofMinutes(5))))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
  }

  @Test
  void aPropertyThatTheSdkDoesNotKnowIsNotDroppedInSilence() {
    Map<String, Object> body =
        Map.of("location", "westus", "properties", Map.of("adressSpace", Map.of()));
    assertThatThrownBy(
            () -> arm.cloud().apply(create(body), body, CallOptions.within(Duration.ofMinutes(5))))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "The Azure SDK does not know properties.adressSpace of the virtual network 'hub'.");
    assertThat(arm.service.sent()).isEmpty();
  }

  /**
   * Azure tells of connections what the SDK does not know, such as packetCaptureDiagnosticState.
   */
  @Test
  void whatIsMadeAgainAsItStoodIsWrittenWithAllThatStood() throws InterruptedException {
    ResourceKey key = new ResourceKey("s", "rg", ResourceType.CONNECTION, "er-cn");
    String standing =
        """
        {"name":"er-cn","location":"westus","etag":"W/1","properties":{
          "provisioningState":"Succeeded","connectionType":"ExpressRoute","routingWeight":10,
          "newer":{"a":1}}}
        """;
    arm.service.on("GET " + key.id(), 200, standing).on("PUT " + key.id(), 201, standing);
    ActualResource stood = arm.cloud().read(key).orElseThrow();
    ResourceRemoval resourceRemoval =
        new ResourceRemoval(stood, List.of(), "it was in the way", List.of());
    ResourceChange resourceChange =
        new RollbackChange(new Plan(List.of(), List.of(resourceRemoval)), resourceRemoval)
            .change(List.of(resourceRemoval));

    arm.cloud()
        .apply(
            resourceChange,
            resourceChange.declared().body(),
            CallOptions.within(Duration.ofMinutes(5)));

    assertThat(arm.service.sent().get(1).line()).isEqualTo("PUT " + key.id());
    assertThat(arm.service.sent().get(1).body())
        .contains("\"routingWeight\":10", "\"newer\":{\"a\":1}");
  }

  private static Map<String, Object> body(String prefix) {
    return new java.util.TreeMap<>(
        Map.of(
            "location",
            "westus",
            "properties",
            Map.of("addressSpace", Map.of("addressPrefixes", List.of(prefix)))));
  }

  private static ResourceChange create(Map<String, Object> body) {
    return new ResourceChange(ResourceChange.Action.CREATE, desired(body), null, List.of());
  }

  private static ResourceChange update(Map<String, Object> body, ActualResource actual) {
    return new ResourceChange(ResourceChange.Action.UPDATE, desired(body), actual, List.of());
  }

  private static DeclaredResource desired(Map<String, Object> body) {
    return new DeclaredResource(VNET, body, List.of(), WriteRules.locking(VNET));
  }

  /** The page of a proxy, and half of an answer: the resource that stands proves nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"Please sign in", "{\"name\":\"hub\",\"properties\":{"})
  void aWriteIsNotDoneWhenSomethingElseAnswered(String page) {
    arm.service.on("GET " + PATH, 200, STANDING).on("PUT " + PATH, 200, page);
    ActualResource actual = arm.cloud().read(VNET).orElseThrow();
    Map<String, Object> body = Map.of("tags", Map.of("owner", "you"));

    assertThatThrownBy(
            () ->
                arm.cloud()
                    .apply(update(body, actual), body, CallOptions.within(Duration.ofMinutes(5))))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
        .hasMessage(
            "The answer could not be understood: HTTP 200 from management.azure.com to PUT "
                + PATH
                + ": the body is not the JSON that was expected; whether Azure received the write"
                + " is not known");
  }
}
