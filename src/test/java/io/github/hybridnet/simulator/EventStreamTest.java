package io.github.hybridnet.simulator;

import static io.github.hybridnet.simulator.FaultRig.GROUP;
import static io.github.hybridnet.simulator.FaultRig.V;
import static io.github.hybridnet.simulator.FaultRig.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EventStreamTest {
  @TempDir Path directory;
  private FaultRig rig;

  @BeforeEach
  void start() {
    rig = new FaultRig(SimulatorFixture.prepared(directory));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  /** A listener; closing the reader ends it. */
  private BufferedReader listen(String query, String... headers) {
    try {
      SimulatorAccess access = rig.simulator.access();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(access.endpoint() + "/_simulator/events" + query))
              .header("Authorization", "Bearer " + access.credentials().adminToken());
      if (headers.length > 0) {
        request.headers(headers);
      }
      HttpResponse<InputStream> response =
          HttpClient.newBuilder()
              .sslContext(PemTrustStore.in(access.caCertificate()))
              .build()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Transfer-encoding")).contains("chunked");
      return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shown(JsonNode event) {
    String id = event.path("id").asText();
    return event.path("event").asText()
        + " "
        + event.path("type").asText()
        + " "
        + id.substring(id.lastIndexOf('/') + 1)
        + " "
        + event.path("before").asText("")
        + ">"
        + event.path("after").asText("")
        + (event.has("error") ? " " + event.path("error").asText() : "");
  }

  @Test
  void everyChangeOfStateIsReportedAtItsSimulatedInstant() {
    rig.put("t");
    rig.client.put(thing("t").replace("?", "/parts/p?"), "{}");
    rig.wall.pass(Duration.ofMinutes(10));
    rig.client.delete(thing("t"));
    rig.client.admin().post("/_simulator/clock", "{\"advance\":\"PT10M\"}");
    rig.client.delete(GROUP + V);
    rig.client.admin().post("/_simulator/clock", "{\"advance\":\"PT10M\"}");
    List<JsonNode> events = rig.events();
    assertThat(events.stream().map(EventStreamTest::shown))
        .containsExactly(
            "resourceCreated Microsoft.Resources/resourceGroups rg >Succeeded",
            "operationStarted Test.Things/things t >InProgress",
            "resourceCreated Test.Things/things t >Updating",
            "operationStarted Test.Things/things/parts p >InProgress",
            "resourceCreated Test.Things/things/parts p >Updating",
            "resourceChanged Test.Things/things t Updating>Succeeded",
            "resourceChanged Test.Things/things/parts p Updating>Succeeded",
            "operationEnded Test.Things/things t InProgress>Succeeded",
            "operationEnded Test.Things/things/parts p InProgress>Succeeded",
            "operationStarted Test.Things/things t >InProgress",
            "resourceChanged Test.Things/things t Succeeded>Deleting",
            "resourceChanged Test.Things/things/parts p Succeeded>Deleting",
            "clockAdvanced   >",
            "resourceDeleted Test.Things/things t Deleting>",
            "resourceDeleted Test.Things/things/parts p Deleting>",
            "operationEnded Test.Things/things t InProgress>Succeeded",
            "operationStarted Microsoft.Resources/resourceGroups rg >InProgress",
            "resourceChanged Microsoft.Resources/resourceGroups rg Succeeded>Deleting",
            "clockAdvanced   >",
            "resourceDeleted Microsoft.Resources/resourceGroups rg Deleting>",
            "operationEnded Microsoft.Resources/resourceGroups rg InProgress>Succeeded");
    assertThat(events.get(7).path("simulatedTime").asText()).isEqualTo("2026-01-02T03:04:25Z");
    assertThat(events.get(7).path("time").asText()).isEqualTo("2026-01-02T03:14:05Z");
    assertThat(events.get(7).path("name").asText()).isEqualTo("PutThingOperation");
    assertThat(events.stream().map(event -> event.path("sequence").asInt()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void refusedRequestsAndFailedOnesChangeNothing() {
    int before = rig.events().size();
    rig.client.put(thing("t"), "");
    rig.put("t");
    int after = rig.events().size();
    rig.client.post(thing("t").replace("?", "/overflow?"), "");
    assertThat(after - before).isEqualTo(2);
    assertThat(rig.events()).hasSize(after);
  }

  @Test
  void failuresHaveTheirCodeAndNoText() {
    rig.fault("{'id': 'f', 'effect': {'failOperation': {'code': 'Odd', 'message': 'hidden'}}}");
    rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.events("operationEnded").stream().map(EventStreamTest::shown))
        .containsExactly("operationEnded Test.Things/things t InProgress>Failed Odd");
    assertThat(rig.events("faultFired"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("rule").asText()).isEqualTo("f");
              assertThat(event.path("effect").asText()).isEqualTo("failOperation");
              assertThat(event.path("phase").asText()).isEqualTo("final");
              assertThat(event.path("name").asText()).isEqualTo("PutThingOperation");
            });
    assertThat(rig.events().toString()).doesNotContain("hidden");
  }

  @Test
  void listenersHearAtOnceAndGoOnWhereTheyWere() throws Exception {
    try (BufferedReader first = listen("");
        BufferedReader second = listen("?heartbeat=PT1M")) {
      rig.put("t");
      JsonNode heard = FaultRig.json(first.readLine());
      assertThat(heard.path("event").asText()).isEqualTo("operationStarted");
      assertThat(second.readLine()).isEqualTo(heard.toString());
      try (BufferedReader later = listen("?since=" + heard.path("sequence").asLong())) {
        assertThat(later.readLine()).isEqualTo(first.readLine()).contains("resourceCreated");
      }
      try (BufferedReader all = listen("?since=0&follow=false")) {
        assertThat(all.lines()).hasSize(3);
      }
    }
  }

  @Test
  void serverSentEventsForThoseWhoAskForThem() throws Exception {
    try (BufferedReader events =
        listen("?heartbeat=PT0.1S", "Accept", "text/event-stream", "Last-Event-ID", "0")) {
      assertThat(events.readLine()).isEqualTo("id: 1");
      assertThat(events.readLine()).isEqualTo("event: resourceCreated");
      assertThat(events.readLine()).startsWith("data: {\"sequence\":1,");
      assertThat(events.readLine()).isEmpty();
      assertThat(events.readLine()).isEqualTo(": heartbeat");
    }
  }

  @Test
  void heartbeatsShowThatTheStreamLives() throws Exception {
    try (BufferedReader events = listen("?heartbeat=PT0.1S")) {
      for (int i = 0; i < 3; i++) {
        assertThat(events.readLine()).isEqualTo("{\"sequence\":1,\"event\":\"heartbeat\"}");
      }
    }
  }

  @Test
  void whoComesFromAnEarlierRunHearsEverything() throws Exception {
    try (BufferedReader events = listen("?since=12345&follow=false")) {
      assertThat(events.readLine()).contains("\"sequence\":1,\"event\":\"resourceCreated\"");
    }
  }

  @Test
  void wrongQuestionsAreRefused() {
    ArmClient admin = rig.client.admin();
    assertThat(admin.get("/_simulator/events?since=x").code()).isEqualTo("InvalidQuery");
    assertThat(admin.get("/_simulator/events?heartbeat=PT2M").code()).isEqualTo("InvalidQuery");
    assertThat(admin.get("/_simulator/events?heartbeat=soon").status()).isEqualTo(400);
    assertThat(rig.client.get("/_simulator/events").status()).isEqualTo(401);
  }

  @Test
  void openStreamsDoNotHoldUpTheEnd() throws Exception {
    try (BufferedReader events = listen("?heartbeat=PT1M")) {
      CompletableFuture<List<String>> rest =
          CompletableFuture.supplyAsync(() -> untilItEnds(events));
      long begin = System.nanoTime();
      rig.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
      assertThat(rest.get(30, TimeUnit.SECONDS)).isEmpty();
    }
  }

  /** The end of the server may look like a broken connection. */
  private static List<String> untilItEnds(BufferedReader events) {
    List<String> lines = new ArrayList<>();
    try {
      events.lines().forEach(lines::add);
    } catch (UncheckedIOException e) {
      return lines;
    }
    return lines;
  }
}
