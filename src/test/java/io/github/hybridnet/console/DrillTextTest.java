package io.github.hybridnet.console;

import static io.github.hybridnet.drill.run.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.drill.run.SampleDrills;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DrillTextTest {
  /** What is left of 140 when Maven has written the level. */
  private static final int WIDTH = 128;

  private final RecordedLines out = new RecordedLines();

  private static DrillEvent event(double at, DrillEvent.Kind kind, String text) {
    return new DrillEvent(seconds(at), DrillStep.FAILED_OVER, kind, text);
  }

  private List<String> block(DrillResult result) {
    DrillText.result(result, out);
    return out.lines();
  }

  @Test
  void eachEventHasALineAtItsLevel() {
    DrillText.event(event(42.39, DrillEvent.Kind.STEP, "Waiting for the VPN"), out);
    DrillText.event(event(43, DrillEvent.Kind.STEP, ""), out);
    DrillText.event(event(44, DrillEvent.Kind.INFO, "The peering is Disabled"), out);
    DrillText.event(event(45, DrillEvent.Kind.PROBE_DOWN, "web is not reached: timeout"), out);
    DrillText.event(event(59, DrillEvent.Kind.PROBE_UP, "web is reached again"), out);
    DrillText.event(event(60, DrillEvent.Kind.WARNING, "Counters lag"), out);
    DrillText.event(event(3723.4, DrillEvent.Kind.FAILURE, "The VPN did not take over"), out);
    assertThat(out.lines())
        .containsExactly(
            "INFO +00:42.3  == failed over: Waiting for the VPN",
            "INFO +00:43.0  == failed over",
            "INFO +00:44.0     The peering is Disabled",
            "WARN +00:45.0   v web is not reached: timeout",
            "INFO +00:59.0   ^ web is reached again",
            "WARN +01:00.0   ! Counters lag",
            "ERROR +1:02:03.4   ! The VPN did not take over");
  }

  /** The goal stops with all of it at once. */
  @Test
  void whatStopsADrillBeforeItBeginsIsNotShownTwice() {
    String text = "HN5010: The circuit is 'Failed'.";
    DrillText.event(
        new DrillEvent(seconds(3), DrillStep.PREFLIGHT, DrillEvent.Kind.FAILURE, text), out);
    assertThat(out.lines()).isEmpty();
    DrillText.event(
        new DrillEvent(seconds(3), DrillStep.PREFLIGHT, DrillEvent.Kind.WARNING, text), out);
    assertThat(out.lines()).containsExactly("WARN +00:03.0   ! " + text);
  }

  @Test
  void longLinesAreBrokenAndTerminalsAreNotSteered() {
    String word = "x".repeat(30);
    String text = String.join(" ", word, word, word, word, "\u001b[31mred", "a\nb", "\u0007");
    DrillText.event(event(1, DrillEvent.Kind.INFO, text), out);
    assertThat(out.lines())
        .containsExactly(
            "INFO +00:01.0     " + word + " " + word + " " + word,
            "INFO             " + word + " \\u001b[31mred a b \\u0007");
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndHowToUndoIt() {
    DrillResult result = SampleDrills.untouched(Outcome.DRY_RUN, Mode.DRY_RUN).result();
    assertThat(
            DrillText.dryRun(
                result,
                List.of("-Dhybridnet.cloud=simulator", "-Dhybridnet.failover.disconnect=auto")))
        .containsExactly(
            "Preflight:",
            "  [ok]         vpn-connection: ra-vpn-cn is Connected.",
            "  [warning]    locks: There is a lock on ra-rg.",
            "      Fix: Look at it.",
            "The drill: Disables the private peering of the circuit ra-erc.",
            "Affected:",
            "  - Connection ra-er-cn: 3 prefixes go over the VPN meanwhile.",
            "  - Every other network on the circuit ra-erc loses ExpressRoute too.",
            "Expected: Azure does it in seconds; BGP with BFD moves the traffic in under a minute.",
            "Duration: 2m on the VPN. The restore starts at the latest 5m after ExpressRoute is"
                + " disconnected.",
            "The drill always restores ExpressRoute at its end. To restore it by hand:",
            "  " + result.announcement().undoCommands().get(0),
            "  " + result.announcement().undoCommands().get(1),
            "Nothing was changed. To run the drill:",
            "  mvn hybridnet:test-failover -Dhybridnet.failover.confirm=ra-er-vgw"
                + " -Dhybridnet.failover.disconnect=peering -Dhybridnet.cloud=simulator");
  }

  @Test
  void aDryRunSaysWhatWouldRefuseTheDrillAndWhatToDo() {
    DrillFinding finding = new DrillFinding("HN5015", "It is disabled.", "enable it");
    DrillResult result =
        SampleDrills.untouched(Outcome.DRY_RUN, Mode.DRY_RUN)
            .verdict(Outcome.DRY_RUN, finding)
            .result();
    assertThat(DrillText.dryRun(result, List.of()))
        .containsSubsequence(
            "The drill would be refused now:",
            "  - HN5015: It is disabled. Fix: enable it",
            "Nothing was changed. To run the drill after fixing the points above:");
  }

  @Test
  void gatesThatStopOrDoNotAreTold() {
    List<GateResult> gates =
        List.of(
            new GateResult("routes", Status.NOT_MET, "10.9.0.0/16 is not covered.", "Add it."),
            new GateResult("locks", Status.OVERRIDDEN, "ra-rg is locked.", ""));
    assertThat(DrillText.gates(gates))
        .containsExactly(
            "  [NOT MET]    routes: 10.9.0.0/16 is not covered.",
            "      Fix: Add it.",
            "  [overridden] locks: ra-rg is locked.");
  }

  @Test
  void aDrillEndsWithItsFiguresAndVerdict() {
    assertThat(block(SampleDrills.probed(seconds(1), "web", "x".repeat(60)).result()))
        .containsExactly(
            "INFO ",
            "INFO FIGURE          MEASURED              THRESHOLD",
            "INFO longest outage  11.000 s to 13.000 s  at most 30 s      kept",
            "INFO detection       3.150 s               at most 10 s      kept",
            "INFO restore         53.000 s              at most 3m        kept",
            "INFO availability    95.53 %               at least 95.00 %  kept",
            "INFO TARGET                                    PROBES  FAILED  FLAPS  LATENCY BEFORE"
                + "  DURING   AFTER",
            "INFO web                                       269     12      1      4.50 ms        "
                + " 16.1 ms  -",
            "INFO " + "x".repeat(37) + "...  269     12      1      4.50 ms         16.1 ms  -",
            "INFO Failover drill 20261125-221500-3fa9c1 of ra-er-vgw (peering): PASSED");
  }

  @Test
  void withoutProbesItSaysThatItJudgedByTheControlPlaneAlone() {
    assertThat(block(SampleDrills.unprobed().result()))
        .contains(
            "INFO longest outage  -         at most 30 s      not measured",
            "WARN No targets were probed. The result is based on the gateways' reports"
                + " alone, so it is not known whether packets arrived.");
  }

  @Test
  void aBrokenThresholdIsSeen() {
    DrillResult result =
        SampleDrills.probed(seconds(5), "web")
            .thresholds(
                new DrillThresholds(
                    Optional.of(seconds(10)),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty()))
            .verdict(
                Outcome.FAILED, new DrillFinding("HN5021", "The outage was too long.", "Use BFD."))
            .result();
    assertThat(block(result))
        .contains(
            "INFO longest outage  5.000 s to 15.000 s  at most 10 s  BROKEN",
            "INFO detection       3.150 s              -")
        .noneMatch(line -> line.contains("HN5021") || line.contains("Fix: "))
        .endsWith("ERROR Failover drill 20261125-221500-3fa9c1 of ra-er-vgw (peering): FAILED");
  }

  @Test
  void whatDoesNotFailADrillIsAWarning() {
    DrillFinding drillFinding = new DrillFinding("HN5052", "Two probes were late.", "use less");
    assertThat(block(SampleDrills.unprobed().verdict(Outcome.PASSED, drillFinding).result()))
        .contains("WARN HN5052: Two probes were late.", "WARN     Fix: use less");
  }

  @Test
  void aFailedRestoreEndsWithTheCommandsAndTheCode() {
    DrillResult result = SampleDrills.notRestored().result();
    List<String> last =
        List.of(
            "run mvn hybridnet:restore. If that fails, restore ExpressRoute by hand:",
            "  " + result.announcement().undoCommands().get(0),
            "  " + result.announcement().undoCommands().get(1),
            "HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
    assertThat(DrillText.restoreFailed(result)).isEqualTo(last);
    List<String> lines = block(result);
    assertThat(lines.subList(lines.size() - 5, lines.size()))
        .containsExactly(
            "ERROR Failover drill 20261125-221500-3fa9c1 of ra-er-vgw (peering): RESTORE FAILED",
            "ERROR Fix: " + last.get(0),
            "ERROR " + last.get(1),
            "ERROR " + last.get(2),
            "ERROR " + last.get(3));
  }

  /** Commands that put back what is back already would mislead. */
  @Test
  void whereExpressRouteIsOnlyNotCarryingNobodyIsToldToPutItBack() {
    DrillResult result = SampleDrills.notCarrying().result();
    assertThat(DrillText.restoreFailed(result)).containsExactly("See the provider");
    assertThat(block(result))
        .endsWith(
            "ERROR Failover drill 20261125-221500-3fa9c1 of ra-er-vgw (peering): RESTORED, TRAFFIC"
                + " NOT BACK");
    assertThat(result.manualCommands()).isEmpty();
    assertThat(SampleDrills.notRestored().result().manualCommands()).hasSize(2);
    assertThat(SampleDrills.unprobed().result().manualCommands()).isEmpty();
  }

  @Test
  void anObservationHasAScore() {
    DrillResult result = SampleDrills.untouched(Outcome.OBSERVED, Mode.OBSERVE).result();
    assertThat(DrillText.observed(83, List.of("The VPN has one tunnel: -17"), result))
        .containsExactly(
            "Preflight:",
            "  [ok]         vpn-connection: ra-vpn-cn is Connected.",
            "  [warning]    locks: There is a lock on ra-rg.",
            "      Fix: Look at it.",
            "Readiness for a failover: 83 of 100",
            "  - The VPN has one tunnel: -17",
            "Nothing was changed: the network was only observed.");
  }

  @Test
  void linesAreShortAndPlainButCommandsStayWhole() {
    String prose = "A sentence that goes on and on, ".repeat(12).strip();
    String command = "az network " + "--option value ".repeat(20).strip();
    DrillResult result =
        SampleDrills.notRestored()
            .announcement(
                new DisconnectAnnouncement(prose, List.of(prose), prose, List.of(command)))
            .gates(new GateResult("gate", Status.NOT_MET, prose, prose))
            .verdict(Outcome.FAILED, new DrillFinding("HN5020", prose, prose))
            .result();
    List<String> lines = new ArrayList<>(DrillText.dryRun(result, List.of()));
    lines.addAll(DrillText.observed(1, List.of(prose), result));
    DrillText.result(result, out);
    out.lines().forEach(line -> lines.add(line.substring(line.indexOf(' ') + 1)));
    assertThat(lines).contains("  " + command);
    assertThat(lines)
        .filteredOn(line -> !line.contains(command))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH))
        .allSatisfy(line -> assertThat(line).matches("\\p{ASCII}*"));
  }
}
