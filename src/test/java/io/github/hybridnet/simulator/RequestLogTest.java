package io.github.hybridnet.simulator;

import static io.github.hybridnet.simulator.FaultRig.GROUP;
import static io.github.hybridnet.simulator.FaultRig.V;
import static io.github.hybridnet.simulator.FaultRig.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
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

  private List<String> shown(String query) {
    List<String> shown = new ArrayList<>();
    for (JsonNode entry : rig.journal(query)) {
      String path = entry.path("path").asText();
      shown.add(
          entry.path("sequence").asLong()
              + " "
              + entry.path("method").asText()
              + " "
              + path.substring(path.lastIndexOf('/') + 1)
              + " "
              + entry.path("status").asInt());
    }
    return shown;
  }

  @Test
  void requestsAreFiltered() {
    rig.put("a");
    ArmClient.Answer accepted = rig.put("b");
    rig.client.get(thing("a"));
    rig.poll(accepted);
    rig.client.delete(thing("none"));
    assertThat(shown("")).hasSize(6).startsWith("1 PUT rg 201");
    assertThat(shown("?method=put")).containsExactly("1 PUT rg 201", "2 PUT a 201", "3 PUT b 201");
    assertThat(shown("?type=test.things/things&method=PUT&name=*b")).containsExactly("3 PUT b 201");
    assertThat(shown("?name=b")).hasSize(2);
    assertThat(shown("?since=4")).hasSize(2);
    assertThat(shown("?since=1&limit=2")).containsExactly("2 PUT a 201", "3 PUT b 201");
    assertThat(shown("?type=Microsoft.Resources/resourceGroups")).containsExactly("1 PUT rg 201");
    ArmClient admin = rig.client.admin();
    assertThat(admin.get("/_simulator/requests").json().path("sequence").asInt()).isEqualTo(6);
    assertThat(admin.get("/_simulator/requests?colour=red").code()).isEqualTo("InvalidQuery");
    assertThat(admin.get("/_simulator/requests?limit=-1").code()).isEqualTo("InvalidQuery");
  }

  @Test
  void entrySaysWhoAskedWhatAndHowLongItTook() {
    rig.fault("{'id': 'slow', 'match': {'name': 'a'}, 'effect': {'delay': {'wall': 'PT0.05S'}}}");
    rig.client.send(
        "GET", thing("a") + "&$filter=secret", "", "x-ms-client-request-id", "c".repeat(200));
    JsonNode entry = rig.journal("?fault=slow").get(0);
    assertThat(entry.path("apiVersion").asText()).isEqualTo("2024-05-01");
    assertThat(entry.path("query").asText()).isEqualTo("api-version=2024-05-01&$filter");
    assertThat(entry.path("clientRequestId").asText()).isEqualTo("c".repeat(100));
    assertThat(entry.path("durationMillis").asLong()).isGreaterThanOrEqualTo(50);
    assertThat(entry.path("faults").toString()).isEqualTo("[\"slow\"]");
    assertThat(entry.path("delivered").asText()).isEqualTo("whole");
    assertThat(rig.journal("?fault=other")).isEmpty();
    rig.client.get(GROUP + V);
    assertThat(rig.journal("?fault=*")).hasSize(1);
  }

  @Test
  void clearedJournalCountsOn() {
    rig.put("a");
    assertThat(rig.client.admin().delete("/_simulator/requests").status()).isEqualTo(204);
    assertThat(rig.journal("")).isEmpty();
    rig.put("b");
    assertThat(shown("")).containsExactly("3 PUT b 201");
  }
}
