package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole simulator over TLS, with a manual clock, one simulated second for each wall second. */
class AzureSimulatorTest {
  private static final String SUB = "/subscriptions/00000000-0000-0000-0000-000000000001";
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP = SUB + "/resourceGroups/rg";
  private static final String THINGS = GROUP + "/providers/Test.Things/things/";

  @TempDir Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void prepare() {
    SimulatorFixture.prepared(directory);
    start();
  }

  private void start() {
    simulator = AzureSimulator.start(options(), List.of(new TestModule()));
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private SimulatorOptions options() {
    return SimulatorOptions.in(directory)
        .withSpeed(1)
        .withWallClock(wall)
        .withSeed(7)
        .withDurations(
            Map.of(
                "things.create", Duration.ofSeconds(20), "things.delete", Duration.ofSeconds(9)));
  }

  private void restart() {
    simulator.close();
    start();
  }

  private void group() {
    assertThat(client.put(GROUP + V, "{\"location\":\"West US 2\"}").status()).isEqualTo(201);
  }

  private ArmClient.Answer thing(String name, String properties) {
    return client.put(
        THINGS + name + V, "{\"location\":\"westus2\",\"properties\":{" + properties + "}}");
  }

  @Test
  void resourceGroupIsCreatedReadAndUpdated() {
    ArmClient.Answer created =
        client.put(GROUP + V, "{\"location\":\"West US 2\",\"tags\":{\"a\":\"b\"}}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().toString())
        .isEqualTo(
            "{\"id\":\""
                + GROUP
                + "\",\"name\":\"rg\",\"type\":\"Microsoft.Resources/resourceGroups\","
                + "\"location\":\"westus2\",\"tags\":{\"a\":\"b\"},"
                + "\"properties\":{\"provisioningState\":\"Succeeded\"}}");
    assertThat(client.put(GROUP + V, "{\"location\":\"westus2\"}").status()).isEqualTo(200);
    assertThat(client.get(SUB + "/RESOURCEGROUPS/RG" + V).json().path("name").asText())
        .isEqualTo("rg");
    assertThat(client.send("HEAD", GROUP + V, "").status()).isEqualTo(204);
    assertThat(client.send("HEAD", GROUP + "x" + V, "").status()).isEqualTo(404);
    ArmClient.Answer moved = client.put(GROUP + V, "{\"location\":\"eastus\"}");
    assertThat(moved.status()).isEqualTo(409);
    assertThat(moved.message())
        .isEqualTo(
            "Invalid resource group location 'eastus'. The Resource group already exists in"
                + " location 'westus2'.");
  }

  @Test
  void putRunsForItsSimulatedDurationWhoeverLooks() {
    group();
    ArmClient.Answer created = thing("t", "\"sharedKey\":\"topsecret\"");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().at("/properties/provisioningState").asText()).isEqualTo("Updating");
    assertThat(created.header("Retry-After")).hasValue("3");
    assertThat(created.header("retry-after-ms")).hasValue("3000");
    assertThat(created.header("Azure-AsyncNotification")).hasValue("Enabled");
    assertThat(created.header("Location")).isEmpty();
    String operation = created.header("Azure-AsyncOperation").orElseThrow();
    assertThat(operation).contains("/providers/Test.Things/locations/westus2/operations/");
    wall.pass(Duration.ofSeconds(19));
    assertThat(client.get(operation).json().toString()).isEqualTo("{\"status\":\"InProgress\"}");
    wall.pass(Duration.ofSeconds(1));
    JsonNode finished = client.get(THINGS + "t" + V).json();
    assertThat(finished.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(finished.path("etag")).isNotEqualTo(created.json().path("etag"));
    ArmClient.Answer done = client.get(operation);
    assertThat(done.json().toString()).isEqualTo("{\"status\":\"Succeeded\"}");
    assertThat(done.header("Retry-After")).isEmpty();
  }

  @Test
  void failedOperationIsToldInTheStatusBodyAndMarksTheResource() {
    group();
    String operation = thing("t", "\"doomed\":true").header("Azure-AsyncOperation").orElseThrow();
    wall.pass(Duration.ofSeconds(20));
    assertThat(client.get(operation).json().toString())
        .isEqualTo(
            "{\"status\":\"Failed\",\"error\":{\"code\":\"ThingFailed\","
                + "\"message\":\"It was doomed.\",\"details\":[]}}");
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Failed");
  }

  @Test
  void deleteIsFollowedByBothLinks() {
    group();
    thing("t", "");
    wall.pass(Duration.ofSeconds(20));
    ArmClient.Answer accepted = client.delete(THINGS + "t" + V);
    assertThat(accepted.status()).isEqualTo(202);
    String result = accepted.header("Location").orElseThrow();
    ArmClient.Answer running = client.get(result);
    assertThat(running.status()).isEqualTo(202);
    assertThat(running.header("Location")).hasValue(result);
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Deleting");
    assertThat(client.delete(THINGS + "t" + V).header("Location")).hasValue(result);
    assertThat(thing("t", "").code()).isEqualTo("AnotherOperationInProgress");
    wall.pass(Duration.ofSeconds(9));
    assertThat(client.get(result).status()).isEqualTo(204);
    assertThat(client.get(THINGS + "t" + V).status()).isEqualTo(404);
    assertThat(client.delete(THINGS + "t" + V).status()).isEqualTo(204);
  }

  @Test
  void questionAnswersAtItsLocation() {
    group();
    thing("t", "");
    ArmClient.Answer asked = client.post(THINGS + "t/question" + V, "{\"peer\":\"10.0.0.1\"}");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(new String(asked.raw().body(), StandardCharsets.UTF_8)).isEqualTo("null");
    assertThat(asked.header("Azure-AsyncOperation")).isEmpty();
    wall.pass(Duration.ofSeconds(20));
    ArmClient.Answer told = client.get(asked.header("Location").orElseThrow());
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().path("peer").asText()).isEqualTo("10.0.0.1");
  }

  @Test
  void childChangesTheParentsEtagAndState() {
    group();
    thing("t", "");
    wall.pass(Duration.ofSeconds(20));
    JsonNode before = client.get(THINGS + "t" + V).json();
    ArmClient.Answer part = client.put(THINGS + "t/parts/p" + V, "{\"properties\":{}}");
    assertThat(part.status()).isEqualTo(201);
    JsonNode during = client.get(THINGS + "t" + V).json();
    assertThat(during.path("etag")).isNotEqualTo(before.path("etag"));
    assertThat(during.at("/properties/provisioningState").asText()).isEqualTo("Updating");
    assertThat(during.at("/properties/parts/0/etag")).isEqualTo(during.path("etag"));
    wall.pass(Duration.ofSeconds(20));
    JsonNode after = client.get(THINGS + "t" + V).json();
    assertThat(after.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(client.get(THINGS + "t/PARTS/P" + V).json().path("id").asText())
        .isEqualTo(THINGS + "t/parts/p");
    assertThat(client.get(THINGS + "t/parts" + V).json().path("value")).hasSize(1);
    ArmClient.Answer absent = client.get(THINGS + "t/parts/q" + V);
    assertThat(absent.code()).isEqualTo("NotFound");
    assertThat(absent.message()).isEqualTo("Resource " + THINGS + "t/parts/q not found.");
    assertThat(client.get(THINGS + "u/parts/q" + V).code()).isEqualTo("ResourceNotFound");
    assertThat(client.put(THINGS + "u/parts/q" + V, "{}").code())
        .isEqualTo("ParentResourceNotFound");
  }

  @Test
  void preconditionsAreHeld() {
    group();
    thing("t", "");
    wall.pass(Duration.ofSeconds(20));
    String etag = client.get(THINGS + "t" + V).header("ETag").orElseThrow();
    String body = "{\"location\":\"westus2\"}";
    ArmClient.Answer stale =
        client.send("PUT", THINGS + "t" + V, body, "If-Match", "W/\"another\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("PreconditionFailed");
    assertThat(stale.json().at("/error/details/0/message").asText())
        .isEqualTo(
            "Etag provided in if-match header W/\"another\" does not match etag "
                + etag
                + " of resource "
                + THINGS
                + "t.");
    assertThat(client.send("PUT", THINGS + "t" + V, body, "If-Match", etag).status())
        .isEqualTo(200);
    assertThat(client.send("PUT", THINGS + "t" + V, body, "If-None-Match", "*").status())
        .isEqualTo(412);
  }

  @Test
  void laterWriteSupersedesTheEarlierOne() {
    group();
    String first = thing("t", "").header("Azure-AsyncOperation").orElseThrow();
    wall.pass(Duration.ofSeconds(15));
    String second = thing("t", "").header("Azure-AsyncOperation").orElseThrow();
    assertThat(client.get(first).json().path("status").asText()).isEqualTo("Canceled");
    wall.pass(Duration.ofSeconds(15));
    assertThat(client.get(second).json().path("status").asText()).isEqualTo("InProgress");
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Updating");
  }

  @Test
  void restartKeepsStateAndCompletesWhatWasDue() {
    group();
    String operation = thing("t", "").header("Azure-AsyncOperation").orElseThrow();
    String path = operation.replaceFirst("https://[^/]+", "");
    restart();
    assertThat(client.get(path).json().path("status").asText()).isEqualTo("InProgress");
    simulator.close();
    wall.pass(Duration.ofMinutes(10));
    start();
    assertThat(client.get(path).json().path("status").asText()).isEqualTo("Succeeded");
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/ripe").asBoolean()).isTrue();
  }

  @Test
  void secretsAreEncryptedOnDisk() throws IOException {
    group();
    thing("t", "\"sharedKey\":\"topsecret-1\"");
    client.post(THINGS + "t/question" + V, "{\"note\":\"topsecret-2\"}");
    client.put("/_vaults/kv/secrets/s?api-version=7.4", "{\"value\":\"topsecret-3\"}");
    simulator.close();
    String state = Files.readString(directory.resolve("state.json"));
    assertThat(state).contains("Test.Things/things/t").doesNotContain("topsecret");
    start();
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/sharedKey").asText())
        .isEqualTo("topsecret-1");
    assertThat(client.get("/_vaults/kv/secrets/s?api-version=7.4").json().path("value").asText())
        .isEqualTo("topsecret-3");
  }

  @Test
  void filesAreForTheirOwnerOnly() throws IOException {
    assertThat(mode(directory)).isEqualTo("rwx------");
    for (String file : List.of("credentials.json", "state.json", "state.key", "leaf.p12")) {
      assertThat(mode(directory.resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void endpointFileComesAndGoes() throws IOException {
    assertThat(directory.resolve("endpoint"))
        .hasContent(simulator.access().endpoint() + System.lineSeparator());
    assertThat(AzureSimulator.running(directory)).hasValue(simulator.access());
    simulator.close();
    assertThat(directory.resolve("endpoint")).doesNotExist();
    assertThat(AzureSimulator.running(directory)).isEmpty();
    Files.writeString(directory.resolve("endpoint"), simulator.access().endpoint() + "\n");
    assertThat(AzureSimulator.running(directory)).isEmpty();
    start();
    assertThat(AzureSimulator.running(directory)).hasValue(simulator.access());
  }

  @Test
  void secondStartInTheSameDirectorySaysWhoHasIt() {
    assertThatThrownBy(() -> AzureSimulator.start(options(), List.of()))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("already runs in the directory '" + directory)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining(simulator.access().endpoint().toString());
    assertThat(client.get(SUB + V).status()).isEqualTo(200);
  }

  @Test
  void damagedStateIsNamedAndKept() throws IOException {
    simulator.close();
    Path state = directory.resolve("state.json");
    Files.writeString(state, "{\"schemaVersion\":1,\"clock\":");
    assertThatThrownBy(this::start)
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(state + " cannot be used: it is not JSON");
    assertThat(state).hasContent("{\"schemaVersion\":1,\"clock\":");
    Files.delete(state);
    start();
  }

  @Test
  void stateUnderAnotherKeyIsRefused() throws IOException {
    group();
    thing("t", "\"sharedKey\":\"topsecret\"");
    simulator.close();
    String another = Base64.getEncoder().encodeToString(new byte[32]);
    Files.writeString(directory.resolve("state.key"), another);
    assertThatThrownBy(this::start)
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("its secrets do not fit the key beside it");
    Files.delete(directory.resolve("state.json"));
    start();
  }

  @Test
  void missingKeyIsNamedAndNotReplaced() throws IOException {
    group();
    simulator.close();
    Path key = directory.resolve("state.key");
    byte[] kept = Files.readAllBytes(key);
    Files.delete(key);
    assertThatThrownBy(this::start)
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining(
            key + " cannot be used: it is missing, and state.json was encrypted with it");
    assertThat(key).doesNotExist();
    Files.write(key, kept);
    start();
  }

  @Test
  void mistakeOfAnySortIsAnsweredAndLeavesNothingBehind() {
    group();
    thing("t", "");
    String before = client.get(THINGS + "t" + V).json().toString();
    ArmClient.Answer answer = client.post(THINGS + "t/overflow" + V, "{}");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("InternalServerError");
    assertThat(client.get(THINGS + "t" + V).json().toString()).isEqualTo(before);
  }

  @Test
  void lookingForASimulatorWritesNothing(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("endpoint"), simulator.access().endpoint() + "\n");
    assertThat(AzureSimulator.running(other)).isEmpty();
    try (var files = Files.list(other)) {
      assertThat(files).containsExactly(other.resolve("endpoint"));
    }
  }

  @Test
  void clockIsNotAdvancedBeyondACentury() {
    ArmClient.Answer refused =
        client.admin().post("/_simulator/clock", "{\"advance\":\"PT2562047788015215H\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidTime");
  }

  @Test
  void takenPortIsSaid(@TempDir Path other) {
    int port = simulator.access().endpoint().getPort();
    assertThatThrownBy(
            () -> AzureSimulator.start(SimulatorOptions.in(other).withPort(port), List.of()))
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            "The simulator cannot listen on port "
                + port
                + ", which another program uses. Choose another port, or 0 for any that is free.");
  }

  @Test
  void adminNeedsItsToken() {
    for (String path : List.of("requests", "clock", "things/t/paint", "nothing")) {
      assertThat(client.get("/_simulator/" + path).status()).as(path).isEqualTo(401);
    }
    assertThat(client.admin().get("/_simulator/requests").status()).isEqualTo(200);
    ArmClient.Answer byHeader =
        client
            .bearer("")
            .send(
                "GET",
                "/_simulator/clock",
                "",
                "x-simulator-token",
                simulator.access().credentials().adminToken());
    assertThat(byHeader.status()).isEqualTo(200);
    assertThat(client.admin().get("/_simulator/nothing").status()).isEqualTo(404);
  }

  @Test
  void adminAdvancesTheClock() {
    group();
    thing("t", "");
    assertThat(client.admin().post("/_simulator/clock", "{\"advance\":\"PT20S\"}").status())
        .isEqualTo(200);
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    assertThat(client.admin().post("/_simulator/clock", "{\"advance\":\"20 s\"}").status())
        .isEqualTo(400);
    assertThat(client.admin().post("/_simulator/clock", "{\"advance\":\"-PT1S\"}").status())
        .isEqualTo(400);
  }

  @Test
  void adminCallsFindResourcesByNameAndSayWhenThereAreSeveral() {
    group();
    thing("t", "");
    ArmClient admin = client.admin();
    assertThat(admin.post("/_simulator/things/T/paint", "{\"color\":\"red\"}").status())
        .isEqualTo(200);
    assertThat(client.get(THINGS + "t" + V).json().at("/properties/color").asText())
        .isEqualTo("red");
    client.put(GROUP + "2" + V, "{\"location\":\"westus2\"}");
    client.put(GROUP + "2/providers/Test.Things/things/t" + V, "{\"location\":\"westus2\"}");
    ArmClient.Answer several = admin.post("/_simulator/things/t/paint", "{\"color\":\"blue\"}");
    assertThat(several.status()).isEqualTo(409);
    assertThat(several.json().at("/error/ids")).hasSize(2);
    assertThat(
            admin
                .post("/_simulator/things/t/paint?resourceGroup=RG2", "{\"color\":\"blue\"}")
                .status())
        .isEqualTo(200);
    assertThat(admin.post("/_simulator/things/x/paint", "{}").status()).isEqualTo(404);
  }

  @Test
  void deletingAGroupDeletesWhatIsInIt() {
    group();
    thing("t", "");
    wall.pass(Duration.ofSeconds(20));
    ArmClient.Answer accepted = client.delete(GROUP + V);
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.header("Azure-AsyncOperation")).isEmpty();
    assertThat(accepted.header("Retry-After")).hasValue("15");
    String job = accepted.header("Location").orElseThrow();
    assertThat(client.delete(GROUP + V).header("Location")).hasValue(job);
    assertThat(client.get(GROUP + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Deleting");
    assertThat(thing("u", "").code()).isEqualTo("ResourceGroupBeingDeleted");
    // 15 s for the group and 9 s for the thing in it.
    wall.pass(Duration.ofSeconds(23));
    assertThat(client.get(job).status()).isEqualTo(202);
    wall.pass(Duration.ofSeconds(1));
    assertThat(client.get(job).status()).isEqualTo(200);
    assertThat(client.get(job).raw().body()).isEmpty();
    assertThat(client.get(GROUP + V).code()).isEqualTo("ResourceGroupNotFound");
    assertThat(client.get(THINGS + "t" + V).code()).isEqualTo("ResourceGroupNotFound");
    group();
    assertThat(client.get(THINGS + "t" + V).code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void groupThatCannotGoIsRolledBackAndSaysWhatBlocksIt() {
    group();
    thing("t", "\"locked\":true");
    thing("u", "");
    wall.pass(Duration.ofSeconds(20));
    String job = client.delete(GROUP + V).header("Location").orElseThrow();
    wall.pass(Duration.ofMinutes(1));
    ArmClient.Answer blocked = client.get(job);
    assertThat(blocked.status()).isEqualTo(409);
    JsonNode error = blocked.json().path("Error");
    assertThat(error.path("Code").asText()).isEqualTo("ResourceGroupDeletionBlocked");
    assertThat(error.path("Message").asText())
        .startsWith(
            "Deletion of resource group 'rg' failed as resources with identifiers"
                + " 'Test.Things/things/t' could not be deleted.");
    assertThat(error.at("/Details/0/Target").asText()).isEqualTo(THINGS + "t");
    assertThat(error.at("/Details/0/Message").asText()).contains("ThingIsLocked");
    assertThat(client.get(GROUP + V).json().at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    assertThat(client.get(THINGS + "u" + V).status()).isEqualTo(404);
    restart();
    assertThat(client.get(job.replaceFirst("https://[^/]+", "")).status()).isEqualTo(409);
  }

  @Test
  void journalHasStatesButNoBodiesAndNoTokens() {
    group();
    thing("t", "\"sharedKey\":\"topsecret\"");
    client.bearer("sesame").get(THINGS + "t" + V);
    JsonNode journal = client.admin().get("/_simulator/requests").json();
    assertThat(journal.toString()).doesNotContain("topsecret").doesNotContain("sesame");
    JsonNode put = journal.path("requests").get(1);
    assertThat(put.path("sequence").asInt()).isEqualTo(2);
    assertThat(put.path("method").asText()).isEqualTo("PUT");
    assertThat(put.path("path").asText()).isEqualTo(THINGS + "t");
    assertThat(put.path("query").asText()).isEqualTo("api-version=2024-05-01");
    assertThat(put.path("status").asInt()).isEqualTo(201);
    assertThat(put.path("provisioningState").asText()).isEqualTo("Updating");
    assertThat(put.path("simulatedTime").asText()).isEqualTo("2026-01-02T03:04:05Z");
  }
}
