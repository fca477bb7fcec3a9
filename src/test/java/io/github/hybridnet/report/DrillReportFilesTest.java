package io.github.hybridnet.report;

import static io.github.hybridnet.drill.run.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.drill.run.SampleDrills;
import io.github.hybridnet.model.SampleNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillReportFilesTest {
  @TempDir private Path temporary;
  private Path directory;
  private Path history;

  @BeforeEach
  void places() {
    directory = temporary.resolve("target/hybridnet/failover");
    history = temporary.resolve(".hybridnet/failover-history.jsonl");
  }

  private DrillReportFiles reports() {
    return new DrillReportFiles(directory, history);
  }

  private void write(DrillResult result) {
    assertThat(reports().write(DrillReport.of("azure", result))).isEmpty();
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private JsonNode json(String name) throws IOException {
    return JsonMapper.builder().build().readTree(text(name));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allFilesAreWritten() throws Exception {
    write(SampleDrills.probed(seconds(1), "web").result());
    assertThat(files())
        .containsExactly(
            "TEST-hybridnet-failover.xml",
            "drill.json",
            "history.jsonl",
            "result.json",
            "timeline.html");
    assertThat(reports().timeline()).isRegularFile();
  }

  @Test
  void theResultIsShortAndStable() throws Exception {
    write(SampleDrills.probed(seconds(1), "web").result());
    assertThat(json("result.json").toString())
        .isEqualTo(
            "{'schemaVersion':1,'id':'20261125-221500-3fa9c1','begin':'2026-11-25T22:15:00Z',"
                .concat("'cloud':'azure','expressRouteGateway':'/subscriptions/sub/resourceGroups")
                .concat("/ra-rg/providers/Microsoft.Network/virtualNetworkGateways/ra-er-vgw',")
                .concat("'mode':'drill','lever':'peering','outcome':'passed','code':null,")
                .concat("'findings':[],'figures':{'outage':{'atLeastMillis':11000,")
                .concat("'atMostMillis':13000,'limitMillis':30000,'state':'kept'},'detection':{")
                .concat("'atLeastMillis':3150,'atMostMillis':3150,'limitMillis':10000,")
                .concat("'state':'kept'},'restore':{'atLeastMillis':53000,'atMostMillis':53000,")
                .concat("'limitMillis':180000,'state':'kept'},'availability':{")
                .concat("'share':0.9553903345724907,'leastShare':0.95,'state':'kept'}},")
                .concat("'probes':{'targets':1,'sent':269,'failed':12},'marks':{")
                .concat(
                    "'baseline':12000,'lever':74200,'takenAway':null,'detected':77350,'failedOver':95000,")
                .concat("'restore':215000,'putBack':243000,'restored':268000,'end':270000},")
                .concat("'manualCommands':[]}")
                .replace('\'', '"'));
  }

  @Test
  void aFailedRestoreHasItsOwnCodeAndTheCommands() throws Exception {
    DrillResult result = SampleDrills.notRestored().result();
    write(result);
    JsonNode json = json("result.json");
    assertThat(json.path("outcome").asText()).isEqualTo("restore-failed");
    assertThat(json.path("code").asText()).isEqualTo("HN5030");
    assertThat(json.at("/findings/0/code").asText()).isEqualTo("HN5020");
    assertThat(json.at("/manualCommands/0").asText())
        .isEqualTo(result.announcement().undoCommands().get(0));
    assertThat(json.at("/figures/restore/state").asText()).isEqualTo("broken");
    assertThat(json.at("/figures/restore/atMostMillis").isNull()).isTrue();
    assertThat(json.at("/marks/restored").isNull()).isTrue();
  }

  @Test
  void aFailedDrillHasTheCodeOfItsReason() throws Exception {
    DrillFinding drillFinding = new DrillFinding("HN5021", "Too long.", "");
    write(SampleDrills.unprobed().verdict(Outcome.FAILED, drillFinding).result());
    assertThat(json("result.json").path("code").asText()).isEqualTo("HN5021");
    assertThat(json("result.json").path("manualCommands")).isEmpty();
    assertThat(json("result.json").at("/figures/outage/state").asText()).isEqualTo("not-measured");
  }

  @Test
  void anObservationHasAScore() throws Exception {
    DrillResult result = SampleDrills.untouched(Outcome.OBSERVED, Mode.OBSERVE).result();
    DrillReport report =
        DrillReport.of("azure", result).withReadiness(83, List.of("The VPN has one tunnel: -17"));
    assertThat(reports().write(report)).isEmpty();
    assertThat(json("result.json").path("readiness").toString())
        .isEqualTo("{\"score\":83,\"lines\":[\"The VPN has one tunnel: -17\"]}");
    assertThat(Files.readString(history)).contains("\"readiness\":83");
    assertThat(text("timeline.html"))
        .contains("OBSERVED", "83 of 100", "The VPN has one tunnel: -17");
  }

  @Test
  void everythingIsInTheLargeFile() throws Exception {
    DrillResult result = SampleDrills.probed(seconds(1), "web", "db").result();
    write(result);
    JsonNode json = json("drill.json");
    json("result.json")
        .properties()
        .forEach(m -> assertThat(json.get(m.getKey())).isEqualTo(m.getValue()));
    assertThat(json.path("samples")).hasSize(result.evidence().samples().size());
    assertThat(json.path("events")).hasSize(result.evidence().events().size());
    assertThat(json.path("readings")).hasSize(result.evidence().readings().size());
    assertThat(json.path("gates")).hasSize(2);
    assertThat(json.at("/samples/3").toString())
        .isEqualTo(
            "{\"target\":\"web\",\"number\":1,\"atMicros\":2000000,\"tookMicros\":5196,\"ok\":true}");
    assertThat(json.path("samples").findValuesAsText("detail")).hasSize(24).containsOnly("timeout");
    assertThat(json.at("/events/6").toString())
        .isEqualTo(
            "{\"atMillis\":89700,\"step\":\"failed-over\",\"kind\":\"probe-up\","
                + "\"text\":\"web is reached again\"}");
    assertThat(json.at("/readings/0/expressRoute").toString())
        .isEqualTo(
            "{\"connectionState\":\"Succeeded\",\"connectionStatus\":\"Connected\",\"peersConnected\":2,"
                + "\"prefixes\":[\"10.10.0.0/16\",\"10.20.0.0/16\"],\"bytesIn\":5000,\"bytesOut\":null,"
                + "\"routesKnown\":true,\"routes\":[]}");
    assertThat(json.at("/settings/overridden").toString()).isEqualTo("[\"locks\",\"permissions\"]");
    assertThat(json.at("/target/vpn/connection").asText()).endsWith("/connections/ra-vpn-cn");
    assertThat(json.at("/measurement/targets/0/outages/0/atMostMicros").asLong())
        .isEqualTo(13_000_000);
    assertThat(text("drill.json").lines().filter(l -> l.contains("\"tookMicros\""))).hasSize(538);
  }

  @Test
  void theSameDrillGivesTheSameBytes() throws Exception {
    write(SampleDrills.probed(seconds(1), "web", "db", "api").result());
    byte[] drill = Files.readAllBytes(directory.resolve("drill.json"));
    byte[] result = Files.readAllBytes(directory.resolve("result.json"));
    byte[] page = Files.readAllBytes(directory.resolve("timeline.html"));
    write(SampleDrills.probed(seconds(1), "db", "api", "web").result());
    assertThat(directory.resolve("drill.json")).hasBinaryContent(drill);
    assertThat(directory.resolve("result.json")).hasBinaryContent(result);
    assertThat(directory.resolve("timeline.html")).hasBinaryContent(page);
  }

  @Test
  void noFileHoldsAKey() throws Exception {
    DrillResult result = SampleDrills.notRestored().result();
    assertThat(result.target().vpn().connection().body().toString()).contains("sharedKey");
    write(result);
    for (String name : files()) {
      assertThat(text(name)).doesNotContain(SampleNetwork.KEY).doesNotContain("sharedKey");
    }
    assertThat(Files.readString(history)).doesNotContain(SampleNetwork.KEY);
  }

  @Test
  void anEarlierDrillsReportsAreRemovedBeforeTheNextOne() throws Exception {
    write(SampleDrills.unprobed().result());
    assertThat(reports().clear()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(history).isRegularFile();
    assertThat(new DrillReportFiles(temporary.resolve("nowhere"), history).clear()).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsToldAndTheRestIsWritten() throws Exception {
    Files.createDirectories(directory.resolve("drill.json/in-its-way"));
    List<DrillFinding> findings =
        reports().write(DrillReport.of("azure", SampleDrills.unprobed().result()));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo("HN5060");
    assertThat(findings.get(0).text())
        .startsWith("The report '" + directory.resolve("drill.json") + "' cannot be written: ")
        .endsWith("irectory.");
    assertThat(findings.get(0).fix())
        .isEqualTo(
            "free disk space, or make the directory writable. The result of the drill is valid,"
                + " and is in the log");
    assertThat(files()).contains("result.json", "timeline.html", "TEST-hybridnet-failover.xml");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsToldForEachFile() throws Exception {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "a file in its place");
    List<DrillFinding> findings =
        reports().write(DrillReport.of("azure", SampleDrills.unprobed().result()));
    assertThat(findings).extracting(DrillFinding::code).hasSize(5).containsOnly("HN5060");
    assertThat(Files.readString(history).lines()).hasSize(1);
  }

  @Test
  void aBuildThatIsBeingStoppedHasItsReportsToo() throws Exception {
    Thread.currentThread().interrupt();
    try {
      write(SampleDrills.probed(seconds(1), "web").result());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(files()).hasSize(5);
    assertThat(Files.readString(history).lines()).hasSize(1);
  }

  @Test
  void aDryRunIsNotRemembered() throws Exception {
    write(SampleDrills.untouched(Outcome.DRY_RUN, Mode.DRY_RUN).result());
    assertThat(history).doesNotExist();
    assertThat(files()).doesNotContain("history.jsonl");
    assertThat(text("timeline.html")).contains("DRY RUN");
  }

  @Test
  void aHistoryThatCannotBeUsedIsTold() throws Exception {
    Files.createDirectories(history);
    List<DrillFinding> findings =
        reports().write(DrillReport.of("azure", SampleDrills.unprobed().result()));
    assertThat(findings).extracting(DrillFinding::code).containsExactly("HN5062", "HN5062");
    assertThat(findings.get(0).text())
        .startsWith("The history of drills '" + history + "' cannot be read: ")
        .endsWith("irectory.");
    assertThat(findings.get(1).text())
        .startsWith("The history of drills '" + history + "' cannot be written: ");
    assertThat(findings.get(0).fix())
        .isEqualTo(
            "make the file readable and writable, or set hybridnet.failover.history to another"
                + " one. The result of the drill is valid");
    assertThat(files()).contains("result.json", "drill.json", "timeline.html");
  }

  @Test
  void damagedLinesOfTheHistoryAreSkipped() throws Exception {
    write(SampleDrills.unprobed().id("one").result());
    Files.writeString(history, "{\"id\": \"half", StandardOpenOption.APPEND);
    List<DrillFinding> findings =
        reports().write(DrillReport.of("azure", SampleDrills.unprobed().id("two").result()));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo("HN5061");
    assertThat(findings.get(0).text())
        .isEqualTo(
            "The history of drills '"
                + history
                + "' has a line that is damaged or of another version: line 2. The line is not"
                + " part of the comparison.");
    assertThat(findings.get(0).fix())
        .isEqualTo("remove these lines, or keep them. New drills are added in any case");
    assertThat(Files.readString(history).lines()).hasSize(3);
    Files.writeString(history, "[]\n", StandardOpenOption.APPEND);
    findings =
        reports().write(DrillReport.of("azure", SampleDrills.unprobed().id("three").result()));
    assertThat(findings.get(0).text())
        .endsWith(
            "' has 2 lines that are damaged or of another version: line 2 and later ones."
                + " The lines are not part of the comparison.");
    assertThat(text("timeline.html")).contains("one", "two", "three (this one)");
  }

  @Test
  void anHourOfManyTargetsIsWrittenAsItGoes() throws Exception {
    Duration period = Duration.ofMillis(10);
    write(SampleDrills.probed(period, "a", "b", "c", "d").result());
    assertThat(Files.size(directory.resolve("drill.json"))).isGreaterThan(8_000_000);
    assertThat(json("drill.json").path("samples")).hasSize(107_600);
    assertThat(Files.size(directory.resolve("timeline.html"))).isLessThan(1_000_000);
  }
}
