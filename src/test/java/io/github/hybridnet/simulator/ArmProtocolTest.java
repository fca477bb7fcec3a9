package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Resource Manager says of itself, and what it refuses. */
class ArmProtocolTest {
  private static final String SUB = "/subscriptions/00000000-0000-0000-0000-000000000001";
  private static final String V = "?api-version=2024-05-01";
  private static final String THINGS = SUB + "/resourceGroups/rg/providers/Test.Things/things/";

  @TempDir static Path directory;
  private static AzureSimulator simulator;
  private static ArmClient client;

  @BeforeAll
  static void start() {
    SimulatorOptions options =
        SimulatorOptions.in(SimulatorFixture.prepared(directory))
            .withSpeed(1)
            .withWallClock(new ManualClock(Instant.parse("2026-01-02T03:04:05Z")))
            .withDurations(
                Map.of(
                    "things.create", Duration.ofSeconds(20),
                    "things.delete", Duration.ofSeconds(9)));
    simulator = AzureSimulator.start(options, List.of(new TestModule()));
    client = ArmClient.of(simulator.access());
    client.put(SUB + "/resourceGroups/rg" + V, "{\"location\":\"westus2\",\"tags\":{\"a\":\"b\"}}");
    client.put(SUB + "/resourceGroups/rg2" + V, "{\"location\":\"eastus\"}");
    client.put(THINGS + "t" + V, "{\"location\":\"westus2\",\"tags\":{\"c\":\"d\"}}");
    client.put(THINGS + "u" + V, "{\"location\":\"westus2\"}");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET|/subscriptions|400|MissingApiVersionParameter
          GET|/subscriptions?api-version=|400|MissingApiVersionParameter
          GET|/subscriptions?api-version=01-01-2014|400|InvalidApiVersionParameter
          GET|/subscriptions?api-version=2027-01-01|400|InvalidApiVersionParameter
          GET|/subscriptions?api-version=2024-13-01|400|InvalidApiVersionParameter
          GET|/subscriptions/11111111-0000-0000-0000-000000000001?api-version=2024-05-01|404|SubscriptionNotFound
          GET|/subscriptions/nonsense?api-version=2024-05-01|400|InvalidSubscriptionId
          GET|/nonsense?api-version=2024-05-01|404|NotFound
          POST|/subscriptions?api-version=2024-05-01|405|HttpMethodNotSupported
          GET|{sub}/nonsense?api-version=2024-05-01|404|NotFound
          GET|{sub}/resourceGroups/none?api-version=2024-05-01|404|ResourceGroupNotFound
          DELETE|{sub}/resourceGroups/none?api-version=2024-05-01|404|ResourceGroupNotFound
          GET|{sub}/resourceGroups/%7E%60123?api-version=2024-05-01|400|InvalidResourceGroup
          POST|{sub}/resourceGroups/rg?api-version=2024-05-01|405|HttpMethodNotSupported
          GET|{sub}/resourceGroups/none/providers/Test.Things/things/t?api-version=2024-05-01|404|ResourceGroupNotFound
          GET|{things}none?api-version=2024-05-01|404|ResourceNotFound
          PATCH|{things}none?api-version=2024-05-01|404|ResourceNotFound
          POST|{things}t?api-version=2024-05-01|405|HttpMethodNotSupported
          GET|{things}t/question?api-version=2024-05-01|405|HttpMethodNotSupported
          POST|{things}t/nonsense?api-version=2024-05-01|404|InvalidResourceType
          POST|{things}none/question?api-version=2024-05-01|404|ResourceNotFound
          GET|{sub}/resourceGroups/rg/providers/Test.Things/others/o?api-version=2024-05-01|404|InvalidResourceType
          PUT|{sub}/resourceGroups/rg/providers/Microsoft.Resources/deployments/d?api-version=2024-05-01|404|InvalidResourceType
          GET|{sub}/resourceGroups/rg/providers/Microsoft.Fake/others/o?api-version=2024-05-01|404|InvalidResourceNamespace
          GET|{sub}/providers/Microsoft.Fake?api-version=2024-05-01|404|InvalidResourceNamespace
          GET|{sub}/providers/Test.Things/others?api-version=2024-05-01|404|InvalidResourceType
          GET|{sub}/providers/Test.Things/locations/westus2/operations/none?api-version=2024-05-01|404|NotFound
          GET|{sub}/operationresults/none?api-version=2024-05-01|404|NotFound
          GET|{sub}/resources?$filter=color%20eq%20'red'&api-version=2024-05-01|400|InvalidFilterInQueryString
          """)
  void refusals(String method, String path, int status, String code) {
    String target = path.replace("{sub}", SUB).replace("{things}", THINGS);
    ArmClient.Answer answer = client.send(method, target, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"location":|400|InvalidRequestContent
          {"location":"westus2"} x|400|InvalidRequestContent
          []|400|MissingRequestBody
          {}|400|LocationRequired
          {"location":"nowhere"}|400|LocationNotAvailableForResourceGroup
          {"location":"non-existing"}|400|InvalidResourceLocation
          """)
  void badGroups(String body, int status, String code) {
    ArmClient.Answer answer = client.put(SUB + "/resourceGroups/new" + V, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(client.get(SUB + "/resourceGroups/new" + V).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v|{"location":|400|InvalidRequestContent
          v|{"location":"westus2","properties":[]}|400|InvalidRequestContent
          v|{}|400|LocationRequired
          v|{"location":"nowhere"}|400|LocationNotAvailableForResourceType
          t|{"location":"eastus"}|409|InvalidResourceLocation
          -v|{"location":"westus2"}|400|InvalidResourceName
          """)
  void badResources(String name, String body, int status, String code) {
    ArmClient.Answer answer = client.put(THINGS + name + V, body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void frontDoorAndProviderWordTheirErrorsDifferently() {
    ArmClient.Answer frontDoor = client.get(THINGS + "none" + V);
    assertThat(frontDoor.header("x-ms-failure-cause")).hasValue("gateway");
    assertThat(frontDoor.json().toString())
        .isEqualTo(
            "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"The Resource"
                + " 'Test.Things/things/none' under resource group 'rg' was not found. For more"
                + " details please go to https://aka.ms/ARMResourceNotFoundFix\"}}");
    ArmClient.Answer provider = client.get(THINGS + "t/parts/none" + V);
    assertThat(provider.header("x-ms-failure-cause")).isEmpty();
    assertThat(provider.json().at("/error/details")).isEmpty();
    assertThat(provider.json().at("/error/details").isArray()).isTrue();
  }

  @Test
  void doubleSlashesAndOtherCasesLeadToTheSameResource() {
    String path = SUB.toUpperCase(Locale.ROOT) + "/RESOURCEGROUPS/RG/providers/";
    JsonNode found = client.get(path + "test.things//THINGS/T" + V).json();
    assertThat(found.path("id").asText()).isEqualTo(THINGS + "t");
    assertThat(found.path("type").asText()).isEqualTo("Test.Things/things");
  }

  @Test
  void anIdAfterASlashIsNotTakenForAHost() {
    JsonNode found = client.get("/" + THINGS + "t" + V).json();
    assertThat(found.path("id").asText()).isEqualTo(THINGS + "t");
    assertThat(client.get("/" + THINGS + "none" + V).code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void headOnAResourceOnlyTellsThatThereIsNone() {
    assertThat(client.send("HEAD", THINGS + "none" + V, "").status()).isEqualTo(404);
    assertThat(client.send("HEAD", THINGS + "t" + V, "").status()).isEqualTo(405);
  }

  @Test
  void listsShowTimesAndStatesWhereAskedTo() {
    String list =
        SUB + "/resources" + V + "&$expand=createdTime,%20changedTime,provisioningState&$filter=";
    JsonNode thing = client.get(list + "name%20eq%20't'").json().at("/value/0");
    assertThat(thing.path("createdTime").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(thing.path("changedTime").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(thing.path("provisioningState").asText()).isNotEmpty();
    JsonNode byTag = client.get(list + "tagname%20eq%20'c'").json().at("/value/0");
    assertThat(byTag.has("provisioningState")).isFalse();
    assertThat(byTag.has("createdTime")).isFalse();
  }

  @Test
  void subscriptionTenantsLocationsAndProvidersAreListed() {
    JsonNode subscription = client.get("/subscriptions" + V).json().at("/value/0");
    assertThat(subscription.path("id").asText()).isEqualTo(SUB);
    assertThat(subscription.path("state").asText()).isEqualTo("Enabled");
    assertThat(client.get(SUB + V).json()).isEqualTo(subscription);
    assertThat(client.get("/tenants" + V).json().at("/value/0/tenantId").asText())
        .isEqualTo(simulator.access().credentials().tenantId());
    assertThat(client.get(SUB + "/locations" + V).json().path("value").findValuesAsText("name"))
        .contains("westus2", "eastus", "ukwest");
    client
        .get(SUB + "/locations" + V)
        .json()
        .path("value")
        .forEach(
            region -> {
              boolean zones = region.has("availabilityZoneMappings");
              assertThat(region.at("/availabilityZoneMappings/2/logicalZone").asText())
                  .isEqualTo(zones ? "3" : "");
              if (List.of("ukwest", "westus2").contains(region.path("name").asText())) {
                assertThat(zones).isEqualTo(region.path("name").asText().equals("westus2"));
              }
            });
    JsonNode provider = client.get(SUB + "/providers/test.things" + V).json();
    assertThat(provider.path("namespace").asText()).isEqualTo("Test.Things");
    assertThat(provider.path("registrationState").asText()).isEqualTo("Registered");
    assertThat(provider.path("resourceTypes").findValuesAsText("resourceType"))
        .containsExactly("things", "things/parts");
    assertThat(client.post(SUB + "/providers/Test.Things/register" + V, "").json())
        .isEqualTo(provider);
    assertThat(client.get("/providers" + V).json().path("value").findValuesAsText("namespace"))
        .containsExactly("Test.Things", "Microsoft.Resources");
  }

  @Test
  void resourcesAreListedFilteredAndPaged() {
    String list = SUB + "/resources" + V;
    assertThat(names(client.get(list))).containsExactly("t", "u");
    assertThat(names(client.get(list + "&$filter=resourceGroup%20eq%20'RG2'"))).isEmpty();
    assertThat(names(client.get(list + "&$filter=tagName%20eq%20'c'%20and%20tagValue%20eq%20'd'")))
        .containsExactly("t");
    assertThat(names(client.get(list + "&$filter=resourceType%20eq%20'test.things/things'")))
        .containsExactly("t", "u");
    JsonNode element = client.get(list).json().at("/value/0");
    assertThat(element.has("properties")).isFalse();
    ArmClient.Answer page = client.get(list + "&$top=1");
    assertThat(names(page)).containsExactly("t");
    ArmClient.Answer next = client.get(page.json().path("nextLink").asText());
    assertThat(names(next)).containsExactly("u");
    assertThat(next.json().has("nextLink")).isFalse();
    assertThat(names(client.get(SUB + "/resourceGroups/rg/resources" + V)))
        .containsExactly("t", "u");
    assertThat(names(client.get(SUB + "/providers/Test.Things/things" + V)))
        .containsExactly("t", "u");
    assertThat(names(client.get(SUB + "/resourcegroups" + V + "&$filter=tagname%20eq%20'a'")))
        .containsExactly("rg");
  }

  private static List<String> names(ArmClient.Answer list) {
    return list.json().path("value").findValuesAsText("name");
  }

  @Test
  void subscriptionCallsAndSynchronousPatchesAreServed() {
    assertThat(
            client.get(SUB + "/providers/Test.Things/locations/mars/weather" + V).json().asText())
        .isEqualTo("mars");
    String tags = "{\"tags\":{\"e\":\"f\"}}";
    ArmClient.Answer patched = client.send("PATCH", SUB + "/resourceGroups/rg2" + V, tags);
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().at("/tags/e").asText()).isEqualTo("f");
  }

  @Test
  void everyAnswerHasTheHeadersOfAzure() {
    ArmClient.Answer first =
        client.send(
            "GET",
            SUB + V,
            "",
            "x-ms-client-request-id",
            "mine",
            "x-ms-return-client-request-id",
            "true");
    assertThat(first.header("Cache-Control")).hasValue("no-cache");
    assertThat(first.header("x-ms-request-id").orElseThrow()).hasSize(36);
    assertThat(first.header("x-ms-correlation-request-id").orElseThrow()).hasSize(36);
    assertThat(first.header("x-ms-routing-request-id").orElseThrow())
        .startsWith("LOCAL:20260102T030405Z:");
    assertThat(first.header("x-ms-client-request-id")).hasValue("mine");
    int before = remaining(first);
    assertThat(remaining(client.get(SUB + V))).isEqualTo(before - 1);
  }

  private static int remaining(ArmClient.Answer answer) {
    return Integer.parseInt(
        answer.header("x-ms-ratelimit-remaining-subscription-reads").orElseThrow());
  }

  @Test
  void versionsBefore2019ShowNoTypeOfAGroup() {
    String group = SUB + "/resourceGroups/rg?api-version=";
    assertThat(client.get(group + "2019-07-01").json().has("type")).isFalse();
    assertThat(client.get(group + "2019-10-01").json().has("type")).isTrue();
  }
}
