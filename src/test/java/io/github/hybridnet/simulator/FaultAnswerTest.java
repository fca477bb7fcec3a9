package io.github.hybridnet.simulator;

import static io.github.hybridnet.simulator.FaultRig.GROUP;
import static io.github.hybridnet.simulator.FaultRig.V;
import static io.github.hybridnet.simulator.FaultRig.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.Patience;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see of faults in answers, and whether the change was made. */
class FaultAnswerTest {
  private static final String BODY = "{\"location\":\"westus2\"}";

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

  private RawClient.Received raw(String method, String path, String body) {
    return RawClient.send(rig.simulator.access(), method, path, body);
  }

  @Test
  void statusBeforeTheChangeChangesNothing() {
    rig.fault(
        """
        {'id': 'busy', 'match': {'operation': 'PUT', 'type': 'Test.Things/things', 'name': 't'},
         'calls': {'times': 1},
         'effect': {'status': {'status': 503, 'retryAfter': 7}}}
        """);
    ArmClient.Answer refused = rig.put("t");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("ServiceUnavailable");
    assertThat(refused.header("Retry-After")).contains("7");
    assertThat(refused.header("x-ms-failure-cause")).contains("gateway");
    assertThat(rig.client.get(thing("t")).status()).isEqualTo(404);
    assertThat(rig.put("other").status()).isEqualTo(201);
    assertThat(rig.put("t").status()).isEqualTo(201);
    assertThat(rig.counts("busy")).isEqualTo("2/1");
  }

  @Test
  void statusAfterTheChangeLeavesTheChangeIn() {
    rig.fault(
        """
        {'match': {'operation': 'PUT', 'name': 't'}, 'phase': 'after', 'calls': {'times': 1},
         'effect': {'status': {'status': 409, 'code': 'Odd', 'message': 'Why?',
           'details': [{'code': 'Inner', 'message': 'Because.'}]}}}
        """);
    ArmClient.Answer odd = rig.put("t");
    assertThat(odd.status()).isEqualTo(409);
    assertThat(odd.json())
        .isEqualTo(
            FaultRig.json(
                """
                {'error': {'code': 'Odd', 'message': 'Why?',
                  'details': [{'code': 'Inner', 'message': 'Because.'}]}}
                """));
    assertThat(rig.state("t")).isEqualTo("Updating");
    assertThat(rig.put("t").status()).isEqualTo(200);
  }

  @Test
  void refusedRequestIsNoChangeAfterWhichSomethingCouldHappen() {
    rig.fault(
        """
        {'id': 'r', 'match': {'operation': 'PUT'}, 'phase': 'after', 'effect': {'reset': {}}}
        """);
    assertThat(rig.client.put(thing("t"), "").status()).isEqualTo(400);
    assertThat(rig.counts("r")).isEqualTo("0/0");
  }

  @Test
  void retryAfterMayBeADate() {
    rig.fault(
        """
        {'effect': {'status': {'status': 429, 'retryAfter': 20, 'retryAfterAs': 'httpDate'}}}
        """);
    ArmClient.Answer refused = rig.client.get(GROUP + V);
    assertThat(refused.header("Retry-After")).contains("Fri, 2 Jan 2026 03:04:25 GMT");
    assertThat(refused.code()).isEqualTo("TooManyRequests");
  }

  @Test
  void resetBeforeTheChangeAnswersNothingAndChangesNothing() {
    rig.fault(
        """
        {'match': {'operation': 'PUT'}, 'calls': {'times': 1}, 'effect': {'reset': {}}}
        """);
    RawClient.Received received = raw("PUT", thing("t"), BODY);
    assertThat(received.closed()).isTrue();
    assertThat(received.text()).isEmpty();
    assertThat(rig.client.get(thing("t")).status()).isEqualTo(404);
  }

  @Test
  void resetAfterTheChangeAnswersNothingAndLeavesTheChangeIn() {
    rig.fault(
        """
        {'id': 'r', 'match': {'operation': 'PUT'}, 'phase': 'after', 'calls': {'times': 1},
         'effect': {'reset': {}}}
        """);
    RawClient.Received received = raw("PUT", thing("t"), BODY);
    assertThat(received.closed()).isTrue();
    assertThat(received.text()).isEmpty();
    assertThat(rig.state("t")).isEqualTo("Updating");
    JsonNode entry = rig.journal("?method=PUT&name=t").get(0);
    assertThat(entry.path("status").asInt()).isEqualTo(201);
    assertThat(entry.path("delivered").asText()).isEqualTo("none");
    assertThat(entry.path("faults").get(0).asText()).isEqualTo("r");
  }

  @Test
  void resetAfterTheHeadersAnnouncesABodyThatNeverComes() {
    rig.fault(
        """
        {'match': {'operation': 'PUT'}, 'phase': 'after',
         'effect': {'reset': {'at': 'afterHeaders'}}}
        """);
    RawClient.Received received = raw("PUT", thing("t"), BODY);
    assertThat(received.closed()).isTrue();
    assertThat(received.head()).startsWith("HTTP/1.1 201 ").containsIgnoringCase("azure-async");
    assertThat(received.announced()).isGreaterThan(100);
    assertThat(received.body()).isEmpty();
  }

  @Test
  void truncatedAnswerAnnouncesMoreThanItHas() {
    rig.fault(
        """
        {'match': {'operation': 'PUT'}, 'phase': 'after', 'effect': {'truncate': {}}}
        """);
    RawClient.Received received = raw("PUT", thing("t"), BODY);
    assertThat(received.closed()).isTrue();
    assertThat(received.body()).startsWith("{\"");
    assertThat(received.body().length()).isEqualTo(received.announced() / 2);
  }

  @Test
  void answersWithoutABodyBreakOffToo() {
    rig.put("t");
    rig.fault(
        """
        {'match': {'operation': 'DELETE'}, 'phase': 'after', 'effect': {'truncate': {}}}
        """);
    RawClient.Received accepted = raw("DELETE", thing("t"), "");
    assertThat(accepted.closed()).isTrue();
    assertThat(accepted.head()).startsWith("HTTP/1.1 202 ");
    assertThat(accepted.announced()).isEqualTo(1);
    assertThat(accepted.body()).isEmpty();
    RawClient.Received absent = raw("DELETE", thing("none"), "");
    assertThat(absent.closed()).isTrue();
    assertThat(absent.text()).isEmpty();
  }

  @Test
  void malformedAnswerIsASuccessOfAProxyOrHalfADocument() {
    rig.fault(
        """
        {'rules': [
          {'calls': {'times': 1}, 'effect': {'malformed': {}}},
          {'effect': {'malformed': {'as': 'json'}}}]}
        """);
    ArmClient.Answer html = rig.client.get(GROUP + V);
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(new String(html.raw().body())).startsWith("<!DOCTYPE html>");
    ArmClient.Answer json = rig.client.get(GROUP + V);
    assertThat(json.header("Content-Type")).contains("application/json; charset=utf-8");
    assertThatThrownBy(json::json).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void connectionOfAnUndisturbedAnswerStaysOpen() {
    rig.fault("{'match': {'name': 'x'}, 'effect': {'reset': {}}}");
    RawClient.Received received = raw("GET", GROUP + V, "");
    assertThat(received.closed()).isFalse();
    assertThat(received.body().length()).isEqualTo(received.announced());
  }

  @Test
  void clientOfTheJdkSeesBrokenConnectionsAndIsServedAfterwards() throws Exception {
    rig.fault(
        """
        {'rules': [
          {'match': {'operation': 'POST'}, 'calls': {'times': 1}, 'effect': {'reset': {}}},
          {'match': {'operation': 'GET'}, 'phase': 'after', 'calls': {'times': 1},
           'effect': {'truncate': {}}}]}
        """);
    // The JDK's client sends a GET again by itself, but never a POST.
    assertThatThrownBy(() -> rig.client.post(thing("t"), "{}"))
        .hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> rig.client.get(GROUP + V)).hasCauseInstanceOf(IOException.class);
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(200);
  }

  @Test
  void delayOfWallTimeHoldsUpOneRequestOnly() {
    rig.fault(
        """
        {'match': {'operation': 'PUT', 'name': 'slow'}, 'effect': {'delay': {'wall': 'PT0.3S'}}}
        """);
    long begin = System.nanoTime();
    assertThat(rig.put("slow").status()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void delayOfSimulatedTimeEndsWhenTheClockSaysSo() throws Exception {
    rig.fault(
        """
        {'id': 'd', 'match': {'operation': 'PUT', 'name': 'slow'},
         'effect': {'delay': {'simulated': 'PT10M'}}}
        """);
    CompletableFuture<ArmClient.Answer> slow = CompletableFuture.supplyAsync(() -> rig.put("slow"));
    Patience.until("the rule has fired", () -> rig.counts("d").equals("1/1"));
    rig.wall.pass(Duration.ofMinutes(9));
    assertThat(rig.put("fast").status()).isEqualTo(201);
    assertThat(slow).isNotDone();
    assertThat(rig.client.get(thing("slow")).status()).isEqualTo(404);
    rig.wall.pass(Duration.ofMinutes(1));
    assertThat(slow.get().status()).isEqualTo(201);
  }

  @Test
  void delayEndsWhenItsRuleIsTakenAway() throws Exception {
    rig.fault(
        """
        {'rules': [
          {'id': 'hold', 'match': {'name': 'a'}, 'effect': {'delay': {'wall': 'PT10M'}}},
          {'id': 'held', 'match': {'name': 'b'}, 'effect': {'delay': {'simulated': 'PT10M'}}}]}
        """);
    CompletableFuture<ArmClient.Answer> wall = CompletableFuture.supplyAsync(() -> rig.put("a"));
    CompletableFuture<ArmClient.Answer> simulated =
        CompletableFuture.supplyAsync(() -> rig.put("b"));
    Patience.until(
        "both rules have fired",
        () -> rig.counts("hold").equals("1/1") && rig.counts("held").equals("1/1"));
    rig.simulator.admin().send("DELETE", "faults/hold", "");
    assertThat(wall).succeedsWithin(Duration.ofSeconds(30));
    assertThat(simulated).isNotDone();
    rig.simulator.admin().clearFaults();
    assertThat(simulated).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void delaysAddUpAndTheFirstOfTheOtherRulesWins() {
    rig.fault(
        """
        {'rules': [
          {'id': 'a', 'effect': {'delay': {'wall': 'PT0.01S'}}},
          {'id': 'b', 'calls': {'from': 2}, 'effect': {'status': {'status': 500}}},
          {'id': 'c', 'effect': {'status': {'status': 502}}},
          {'id': 'd', 'effect': {'delay': {'wall': 'PT0.01S'}}}]}
        """);
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(502);
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(500);
    assertThat(rig.counts("a") + " " + rig.counts("b") + " " + rig.counts("c"))
        .isEqualTo("2/2 2/1 2/1");
    assertThat(rig.counts("d")).isEqualTo("2/2");
  }

  @Test
  void waitingRequestDoesNotKeepTheSimulatorFromEnding() throws Exception {
    rig.fault("{'id': 'd', 'match': {'name': 't'}, 'effect': {'delay': {'wall': 'PT10M'}}}");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rig.simulator.access().endpoint() + thing("t"))).build();
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(PemTrustStore.in(rig.simulator.access().caCertificate()))
            .build();
    CompletableFuture<HttpResponse<Void>> waiting =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    Patience.until("the rule has fired", () -> rig.counts("d").equals("1/1"));
    rig.close();
    assertThat(waiting).failsWithin(Duration.ofSeconds(30));
  }
}
