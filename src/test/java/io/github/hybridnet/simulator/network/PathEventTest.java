package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events {@code pathChanged}: what becomes of a path is told when it happens. */
class PathEventTest {
  private final Bench bench = Bench.today();
  private final HybridSite site = HybridSite.build(bench);
  private final List<StateChange> changes = new ArrayList<>();

  @BeforeEach
  void listen() {
    bench.listen(changes::add);
  }

  /** The events so far, each as {@code name[ part]: before > after[ further members]}. */
  private List<String> heard() {
    List<String> all =
        changes.stream()
            .filter(change -> change.kind() == StateChange.Kind.PATH_CHANGED)
            .map(PathEventTest::shown)
            .toList();
    changes.clear();
    return all;
  }

  private static String shown(StateChange change) {
    String id = change.subject().id();
    String part = change.details().getOrDefault("part", Bench.json("''")).asText();
    String more =
        change.details().entrySet().stream()
            .filter(each -> !each.getKey().equals("part"))
            .sorted(Map.Entry.comparingByKey())
            .map(each -> " " + each.getKey() + "=" + each.getValue().asText())
            .collect(Collectors.joining());
    return id.substring(id.lastIndexOf('/') + 1)
        + (part.isEmpty() ? "" : " " + part)
        + ": "
        + change.before()
        + " > "
        + change.after()
        + more;
  }

  @Test
  void peeringThatIsDisabledIsLostFirstAndThenTheTunnelTakesOver() {
    site.peering("Disabled");
    assertThat(heard())
        .containsExactly(
            "line session: carries > loses",
            "v: expressRoute > expressRoute connection=line reachable=false");
    site.pass(8);
    assertThat(heard())
        .containsExactly(
            "line session: loses > down", "v: expressRoute > vpn connection=tunnel reachable=true");
    site.peering("Enabled");
    assertThat(heard()).containsExactly("line session: down > waits");
    site.pass(30);
    assertThat(heard())
        .containsExactly(
            "line session: waits > carries",
            "v: vpn > expressRoute connection=line reachable=true");
  }

  @Test
  void eachOfSeveralChangesHasItsOwnInstant() {
    site.peering("Disabled");
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Down'}");
    heard();
    bench.pass(Duration.ofMinutes(10));
    List<StateChange> paths =
        changes.stream()
            .filter(change -> change.kind() == StateChange.Kind.PATH_CHANGED)
            .filter(change -> change.subject().type().endsWith("virtualNetworks"))
            .toList();
    assertThat(paths.stream().map(PathEventTest::shown))
        .containsExactly(
            "v: expressRoute > vpn connection=tunnel reachable=false",
            "v: vpn > none reachable=false");
    assertThat(Duration.between(paths.get(0).at(), paths.get(1).at()))
        .isEqualTo(Duration.ofSeconds(37));
  }

  @Test
  void connectionThatIsDeletedLosesFromTheMomentItIsAccepted() {
    Bench.Reply accepted = bench.delete("connections/line");
    assertThat(heard())
        .contains(
            "line session: carries > loses",
            "v: expressRoute > expressRoute connection=line reachable=false");
    bench.end(accepted);
    assertThat(heard())
        .contains("line session: loses > down")
        .contains("v: expressRoute > vpn connection=tunnel reachable=true");
  }

  @Test
  void linksAndTunnelsAreToldEachForItself() {
    bench.admin("PUT", "circuits/c/links", "{'primary': 'Down'}");
    assertThat(heard()).containsExactly("line primary: carries > loses");
    site.pass(1);
    assertThat(heard()).containsExactly("line primary: loses > down");
    bench.admin("PUT", "connections/tunnel/tunnel", "{'state': 'Down'}");
    assertThat(heard()).containsExactly("tunnel session: carries > loses");
  }

  @Test
  void chosenClientAndAnnouncementsChangeThePathToo() {
    bench.admin("PUT", "circuits/c/announcements", "{'prefixes': ['172.20.0.0/16']}");
    bench.admin("PUT", "networks/v/traffic", "{'client': '192.168.0.10'}");
    assertThat(heard()).contains("v: expressRoute > vpn connection=tunnel reachable=true");
    bench.admin("PUT", "networks/v/traffic", "{'client': '10.99.0.1'}");
    assertThat(heard()).containsExactly("v: vpn > none reachable=false");
  }

  @Test
  void stateThatIsPutBackIsComparedWithWhatWas() {
    JsonNode before = bench.snapshot();
    site.peering("Disabled");
    site.pass(8);
    heard();
    bench.restore(before);
    assertThat(heard())
        .contains("v: vpn > expressRoute connection=line reachable=true")
        .contains("line session: down > carries");
  }

  @Test
  void nothingIsToldOfWhatChangesNoPath() {
    JsonNode connection = bench.get("connections/line").body();
    bench.put("connections/line", connection.toString());
    bench.admin("PUT", "connections/line/status", "{'status': 'NotConnected'}");
    bench.pass(Duration.ofHours(1));
    assertThat(heard()).isEmpty();
  }
}
