package io.github.hybridnet.simulator;

import static io.github.hybridnet.simulator.FaultRig.GROUP;
import static io.github.hybridnet.simulator.FaultRig.V;
import static io.github.hybridnet.simulator.FaultRig.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of operations, and of those who ask for them. */
class FaultOperationTest {
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

  @Test
  void failedOperationLeavesAFailedResourceThatASecondPutRepairs() {
    rig.fault(
        """
        {'match': {'operation': 'PUT', 'name': 't'}, 'calls': {'times': 1},
         'effect': {'failOperation': {}}}
        """);
    ArmClient.Answer accepted = rig.put("t");
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("InProgress");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted))
        .isEqualTo(
            FaultRig.json(
                """
                {'status': 'Failed', 'error': {'code': 'InternalServerError',
                  'message': 'An error occured.', 'details': []}}
                """));
    assertThat(rig.state("t")).isEqualTo("Failed");
    ArmClient.Answer again = rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(again).path("status").asText()).isEqualTo("Succeeded");
    assertThat(rig.state("t")).isEqualTo("Succeeded");
  }

  @Test
  void operationThatRunsAlreadyCanBeMadeToFail() {
    ArmClient.Answer accepted = rig.put("t");
    rig.fault("{'effect': {'failOperation': {'code': 'Odd', 'message': 'Why?'}}}");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted).path("error").path("code").asText()).isEqualTo("Odd");
  }

  @Test
  void failedDeletionLeavesTheResource() {
    rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    rig.fault(
        "{'match': {'operation': 'DELETE'}, 'calls': {'times': 1}, 'effect': {'failOperation':"
            + " {}}}");
    ArmClient.Answer accepted = rig.client.delete(thing("t"));
    rig.wall.pass(Duration.ofSeconds(9));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("Failed");
    assertThat(rig.state("t")).isEqualTo("Failed");
    rig.client.delete(thing("t"));
    rig.wall.pass(Duration.ofSeconds(9));
    assertThat(rig.client.get(thing("t")).status()).isEqualTo(404);
  }

  @Test
  void failedDeletionOfAGroupRollsItBack() {
    rig.put("t");
    rig.fault(
        """
        {'match': {'type': 'Microsoft.Resources/resourceGroups', 'name': 'rg'},
         'calls': {'times': 1}, 'effect': {'failOperation': {}}}
        """);
    ArmClient.Answer accepted = rig.client.delete(GROUP + V);
    rig.client.admin().post("/_simulator/clock", "{\"advance\":\"PT1H\"}");
    assertThat(rig.client.get(accepted.header("Location").orElseThrow()).status()).isEqualTo(500);
    JsonNode group = rig.client.get(GROUP + V).json();
    assertThat(group.path("properties").path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(rig.state("t")).isEqualTo("Succeeded");
  }

  @Test
  void canceledOperation() {
    rig.fault("{'effect': {'cancelOperation': {}}}");
    ArmClient.Answer accepted = rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("Canceled");
    assertThat(rig.poll(accepted).path("error").path("code").asText()).isEqualTo("Canceled");
    assertThat(rig.state("t")).isEqualTo("Failed");
  }

  @Test
  void stuckOperationEndsAfterTheTimeThatItWasGiven() {
    rig.fault("{'id': 's', 'effect': {'stuckOperation': {'for': 'PT1H'}}}");
    ArmClient.Answer accepted = rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("InProgress");
    rig.wall.pass(Duration.ofMinutes(59));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("InProgress");
    assertThat(rig.state("t")).isEqualTo("Updating");
    rig.wall.pass(Duration.ofMinutes(1));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("Succeeded");
    assertThat(rig.state("t")).isEqualTo("Succeeded");
    assertThat(rig.counts("s")).isEqualTo("1/1");
  }

  @Test
  void operationThatIsStuckForEverIsReplacedByALaterOne() {
    rig.fault("{'calls': {'times': 1}, 'effect': {'stuckOperation': {}}}");
    ArmClient.Answer accepted = rig.put("t");
    rig.wall.pass(Duration.ofDays(3650));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("InProgress");
    ArmClient.Answer later = rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("Canceled");
    assertThat(rig.poll(later).path("status").asText()).isEqualTo("Succeeded");
    assertThat(rig.state("t")).isEqualTo("Succeeded");
  }

  @Test
  void stuckOperationIsStuckAlsoAfterARestart() {
    rig.fault("{'effect': {'stuckOperation': {'for': 'PT1H'}}}");
    ArmClient.Answer accepted = rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    assertThat(rig.poll(accepted).path("status").asText()).isEqualTo("InProgress");
    rig.close();
    rig = new FaultRig(directory);
    assertThat(rig.client.admin().get("/_simulator/faults").json().path("rules")).isEmpty();
    assertThat(rig.state("t")).isEqualTo("Updating");
  }

  @Test
  void lostOperationIsNeverFoundAgainButDoesItsWork() {
    rig.fault(
        """
        {'id': 'l', 'match': {'operation': 'PUT', 'name': 't'}, 'calls': {'from': 2, 'times': 1},
         'effect': {'lostOperation': {}}}
        """);
    ArmClient.Answer accepted = rig.put("t");
    ArmClient.Answer other = rig.put("other");
    String operation = accepted.header("Azure-AsyncOperation").orElseThrow();
    assertThat(rig.client.get(operation).status()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      assertThat(rig.client.get(operation).status()).isEqualTo(404);
      assertThat(rig.client.get(operation).code()).isEqualTo("NotFound");
      rig.wall.pass(Duration.ofSeconds(10));
    }
    assertThat(rig.counts("l")).isEqualTo("2/1");
    assertThat(rig.poll(other).path("status").asText()).isEqualTo("Succeeded");
    assertThat(rig.state("t")).isEqualTo("Succeeded");
    assertThat(rig.client.admin().delete("/_simulator/faults/l").status()).isEqualTo(204);
    assertThat(rig.client.get(operation).status()).isEqualTo(200);
  }

  @Test
  void pollsFailWithoutHarmToTheOperation() {
    rig.fault(
        """
        {'rules': [
          {'id': 'p', 'match': {'operation': 'poll'}, 'phase': 'polling', 'calls': {'times': 1},
           'effect': {'status': {'status': 500}}},
          {'id': 'q', 'match': {'operation': 'DELETE'}, 'phase': 'polling',
           'effect': {'status': {'status': 502}}},
          {'id': 'r', 'match': {'operation': 'GET'}, 'effect': {'status': {'status': 504}}}]}
        """);
    ArmClient.Answer accepted = rig.put("t");
    String operation = accepted.header("Azure-AsyncOperation").orElseThrow();
    assertThat(rig.client.get(operation).status()).isEqualTo(500);
    assertThat(rig.client.get(operation).status()).isEqualTo(200);
    assertThat(rig.counts("p") + " " + rig.counts("q") + " " + rig.counts("r"))
        .isEqualTo("2/1 0/0 0/0");
    assertThat(rig.client.get(thing("t")).status()).isEqualTo(504);
  }

  @Test
  void pollsBreakOffToo() {
    ArmClient.Answer accepted = rig.put("t");
    String operation = accepted.header("Azure-AsyncOperation").orElseThrow();
    String path = operation.substring(rig.simulator.access().endpoint().toString().length());
    rig.fault("{'phase': 'polling', 'effect': {'truncate': {}}}");
    RawClient.Received received = RawClient.send(rig.simulator.access(), "GET", path, "");
    assertThat(received.closed()).isTrue();
    assertThat(received.body().length()).isEqualTo(received.announced() / 2);
  }

  @Test
  void actionsAreMatchedByTheirName() {
    rig.put("t");
    rig.wall.pass(Duration.ofSeconds(20));
    rig.fault(
        "{'id': 'a', 'match': {'operation': 'question'}, 'effect': {'status': {'status': 500}}}");
    String question = thing("t").replace("?", "/question?");
    assertThat(rig.client.post(question, "{}").status()).isEqualTo(500);
    assertThat(rig.client.post(thing("t").replace("?", "/reset?"), "").status()).isEqualTo(202);
    assertThat(rig.counts("a")).isEqualTo("1/1");
  }

  @Test
  void countsMayBeKeptForEachResource() {
    rig.fault(
        """
        {'id': 'e', 'match': {'operation': 'PUT', 'type': 'Test.Things/*'},
         'calls': {'per': 'resource', 'times': 1}, 'effect': {'status': {'status': 500}}}
        """);
    for (String name : List.of("a", "b")) {
      assertThat(rig.put(name).status()).isEqualTo(500);
      assertThat(rig.put(name).status()).isEqualTo(201);
    }
    assertThat(rig.counts("e")).isEqualTo("4/2");
  }

  /** Counted for each resource, a seed chooses the same calls however threads are scheduled. */
  @Test
  void seedChoosesTheSameCallsInWhateverOrderTheyCome() throws Exception {
    String rule =
        """
        {'id': 'seeded', 'match': {'operation': 'PUT'},
         'calls': {'per': 'resource', 'probability': 0.5, 'seed': 7},
         'effect': {'status': {'status': 500}}}
        """;
    List<String> names = List.of("a", "b", "c", "d");
    rig.fault(rule);
    List<List<Integer>> parallel = atOnce(names);
    rig.client.admin().delete("/_simulator/faults");
    rig.fault(rule);
    List<List<Integer>> inTurn = names.stream().map(name -> statuses(name)).toList();
    assertThat(failures(parallel)).isEqualTo(failures(inTurn)).contains(true, false);
  }

  /** In threads of its own: a parallel stream has few, and shares them with other tests. */
  private List<List<Integer>> atOnce(List<String> names) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    try {
      List<List<Integer>> all = new ArrayList<>();
      List<Callable<List<Integer>>> calls =
          names.stream().map(name -> (Callable<List<Integer>>) () -> statuses(name)).toList();
      for (Future<List<Integer>> each : threads.invokeAll(calls)) {
        all.add(each.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Integer> statuses(String name) {
    return IntStream.range(0, 6).mapToObj(i -> rig.put(name).status()).toList();
  }

  private static List<Boolean> failures(List<List<Integer>> statuses) {
    return statuses.stream().flatMap(List::stream).map(status -> status == 500).toList();
  }
}
