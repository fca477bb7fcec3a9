package io.github.hybridnet.report;

import static io.github.hybridnet.drill.run.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.drill.run.SampleDrills;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TimelineFileTest {
  private static final int LARGEST = 1_000_000;

  @TempDir private Path directory;

  private String write(DrillResult result, HistoryEntry... past) throws IOException {
    TimelineFile.write(directory, DrillReport.of("azure", result), List.of(past));
    return Files.readString(directory.resolve("timeline.html"));
  }

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
  }

  private static List<Element> all(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> headings(Document page) {
    return all(page, "h2").stream().map(Element::getTextContent).toList();
  }

  private static List<String> rows(Document page) {
    return all(page, "tr").stream()
        .map(
            row ->
                String.join(" | ", all(row, "td").stream().map(Element::getTextContent).toList()))
        .toList();
  }

  private static List<Element> all(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void aDrillIsShownWithAllItsParts() throws Exception {
    Document page = parse(write(SampleDrills.probed(seconds(1), "db", "web").result()));
    assertThat(all(page, "h1").get(0).getTextContent())
        .isEqualTo("\u2713 PASSED Failover drill 20261125-221500-3fa9c1");
    assertThat(headings(page))
        .containsExactly(
            "Figures",
            "Timeline",
            "Targets",
            "Outages",
            "Steps",
            "Path, by the gateways' routes",
            "Preflight",
            "What was announced",
            "Events");
    assertThat(rows(page))
        .contains(
            "longest outage | 11.000 s to 13.000 s | at most 30 s | kept",
            "web | tcp://10.0.1.4:8080 | 269 | 12 | 1 | 14.000 s | 4.50 ms, 5.20 ms, 5.40 ms | 16.1"
                + " ms, 18.4 ms, 18.6 ms | - | 12 x timeout",
            "web | +01:18.0 | +01:30.0 | 11.000 s to 13.000 s | 12",
            "6 | hold | +01:35.0 | 2m 00.000s",
            "ExpressRoute | +00:05.0 | +01:15.0 | 1m 10.000s | 7",
            "no path | +01:25.0 | +01:35.0 | 10.000 s | 1",
            "VPN | +01:35.0 | +04:15.0 | 2m 40.000s | 16",
            "locks | warning | There is a lock on ra-rg.Fix: Look at it.",
            "+01:17.3 | failed over | probe down | web is not reached: timeout");
  }

  @Test
  void theDrawingCanBeReadAloud() throws Exception {
    Document page = parse(write(SampleDrills.probed(seconds(1), "db", "web").result()));
    Element chart = all(page, "svg").get(0);
    assertThat(chart.getAttribute("role")).isEqualTo("img");
    assertThat(chart.getAttribute("aria-labelledby")).isEqualTo("chart-title chart-text");
    assertThat(all(chart, "desc").get(0).getTextContent())
        .isEqualTo(
            "The drill from left to right, 4m 30.000s in all: its steps as bands,"
                + " milestones as lines, the path of the traffic, and latency, outages and failed"
                + " probes of db, web. The tables below have the same values.");
    assertThat(all(chart, "text"))
        .extracting(Element::getTextContent)
        .contains(
            "2 baseline",
            "disconnect requested +01:14.2",
            "ExpressRoute",
            "VPN",
            "web (tcp://10.0.1.4:8080)");
  }

  @Test
  void needsNothingButItself() throws Exception {
    String page = write(SampleDrills.probed(seconds(1), "web").result()).toLowerCase(Locale.ROOT);
    assertThat(page)
        .doesNotContain(
            "<script", "http:", "https:", "@import", "<link", "<iframe", "<img", "href=")
        .doesNotContain(" style=", "javascript:");
    assertThat(Pattern.compile("\\son\\w+\\s*=").matcher(page).find()).isFalse();
    assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
  }

  /** Where styles are not allowed, as in the artifact browsers of build servers. */
  @Test
  void canBeReadWithoutStyles() throws Exception {
    Document page = parse(write(SampleDrills.probed(seconds(1), "web").result()));
    assertThat(all(page, "table"))
        .allSatisfy(t -> assertThat(t.getAttribute("border")).isEqualTo("1"));
    assertThat(all(page, "svg")).allSatisfy(s -> assertThat(s.getAttribute("width")).isNotEmpty());
    for (String drawn : List.of("express", "latency", "down", "bar")) {
      assertThat(all(page, "path"))
          .filteredOn(p -> p.getAttribute("class").equals(drawn))
          .allSatisfy(
              p -> assertThat(p.getAttribute("fill") + p.getAttribute("stroke")).isNotEmpty());
    }
  }

  @Test
  void aFailedRestoreIsFirstOfAllTold() throws Exception {
    DrillResult result = SampleDrills.notRestored().result();
    Document page = parse(write(result));
    assertThat(headings(page).get(0))
        .isEqualTo(
            "ExpressRoute may still be disconnected. Run mvn hybridnet:restore. If that fails,"
                + " restore it by hand:");
    assertThat(all(page, "pre").get(0).getTextContent())
        .isEqualTo(String.join("\n", result.announcement().undoCommands()));
    assertThat(all(page, "p").get(0).getTextContent())
        .isEqualTo("HN5020 The VPN did not take over in 2m.Fix: Look at the tunnel.");
    assertThat(rows(page)).contains("HN5030", "not restored");
  }

  @Test
  void saysHowExpressRouteIsNow() throws Exception {
    SampleDrills drill = SampleDrills.probed(seconds(1), "web");
    assertThat(rows(parse(write(drill.result()))))
        .contains("carries the traffic again since +04:28.0", "2026-11-25T22:15:00Z");
    assertThat(rows(parse(write(SampleDrills.notCarrying().result()))))
        .contains("restored, but not proved to carry the traffic again");
    DrillResult refused = SampleDrills.untouched(Outcome.REFUSED, Mode.DRILL).result();
    assertThat(rows(parse(write(refused)))).contains("not disconnected");
  }

  @Test
  void withoutProbesItSaysSo() throws Exception {
    Document page = parse(write(SampleDrills.unprobed().result()));
    assertThat(all(page, "p").get(0).getTextContent())
        .isEqualTo(
            "No targets were probed. The result is based on the gateways' reports alone, so"
                + " it is not known whether packets arrived.");
    assertThat(headings(page)).doesNotContain("Targets", "Outages");
  }

  @Test
  void whatWasNotTouchedHasNoFigures() throws Exception {
    Document page = parse(write(SampleDrills.untouched(Outcome.REFUSED, Mode.DRILL).result()));
    assertThat(headings(page))
        .containsExactly("Steps", "Preflight", "What was announced", "Events");
    assertThat(all(page, "svg")).isEmpty();
  }

  @Test
  void observationsAreComparedByTheirScore() throws Exception {
    DrillResult result = SampleDrills.untouched(Outcome.OBSERVED, Mode.OBSERVE).id("old").result();
    HistoryEntry old =
        HistoryEntry.of(DrillReport.of("azure", result).withReadiness(83, List.of())).orElseThrow();
    Document page = parse(write(SampleDrills.unprobed().result(), old));
    assertThat(rows(page))
        .contains("2026-11-25T22:15:00Z | old | peering | observed, 83 of 100 | - | - | - | -");
  }

  @Test
  void earlierDrillsAreComparedTheLatestFirst() throws Exception {
    HistoryEntry[] past = new HistoryEntry[25];
    for (int i = 0; i < past.length; i++) {
      DrillResult result = SampleDrills.probed(seconds(0.5), "web").id("drill-" + i).result();
      past[i] = HistoryEntry.of(DrillReport.of("azure", result)).orElseThrow();
    }
    Document page = parse(write(SampleDrills.probed(seconds(1), "web").result(), past));
    List<String> compared =
        rows(page).stream().filter(row -> row.startsWith("2026-11-25T22:15:00Z | ")).toList();
    assertThat(compared).hasSize(21);
    assertThat(compared.get(0))
        .isEqualTo(
            "2026-11-25T22:15:00Z | 20261125-221500-3fa9c1 (this one) | peering | passed | 13.000 s"
                + " | 3.150 s | 53.000 s | 95.53 %");
    assertThat(compared.get(1)).startsWith("2026-11-25T22:15:00Z | drill-24 | ");
    assertThat(compared.get(20)).startsWith("2026-11-25T22:15:00Z | drill-5 | ");
    assertThat(all(page, "rect"))
        .filteredOn(r -> r.getAttribute("class").equals("bar"))
        .first()
        .satisfies(r -> assertThat(r.getAttribute("width")).isEqualTo("120"));
  }

  @Test
  void whateverIsPutInIsEscaped() throws Exception {
    String hostile =
        "</desc></svg><script>alert(1)</script>\"'`=<img src=x onerror=a>{{id}}\u0000\u001b";
    DrillResult result =
        SampleDrills.probed(seconds(1), hostile)
            .targets(Map.of(hostile, hostile))
            .id(hostile)
            .announcement(
                new DisconnectAnnouncement(hostile, List.of(hostile), hostile, List.of(hostile)))
            .gates(new GateResult(hostile, Status.NOT_MET, hostile, hostile))
            .events(
                List.of(
                    new DrillEvent(
                        seconds(1), DrillStep.DISCONNECT, DrillEvent.Kind.FAILURE, hostile)))
            .verdict(Outcome.RESTORE_FAILED, new DrillFinding(hostile, hostile, hostile))
            .result();
    Document page = parse(write(result));
    assertThat(all(page, "script")).isEmpty();
    assertThat(all(page, "img")).isEmpty();
    assertThat(all(page, "pre").get(0).getTextContent())
        .isEqualTo(hostile.replace("\u0000", "\\u0000").replace("\u001b", "\\u001b"));
  }

  @Test
  void oneFailedProbeIsSeenInAnHourOfThem() throws Exception {
    DrillMilestones hour =
        DrillMilestones.none()
            .with(Milestone.DISCONNECT_REQUESTED, seconds(3595))
            .with(Milestone.END, seconds(3600));
    Map<String, String> targets = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      targets.put("target-" + i, "tcp://10.0.1.4:" + i);
    }
    List<ProbeSample> samples =
        new ArrayList<>(SampleDrills.samples(Duration.ofMillis(300), targets.keySet(), hour));
    samples.removeIf(s -> !s.ok());
    assertThat(samples).hasSizeGreaterThan(100_000);
    ProbeSample one = samples.get(50_003);
    samples.set(
        50_003, new ProbeSample(one.target(), one.number(), one.at(), one.took(), false, "reset"));
    String text =
        write(SampleDrills.unprobed().marks(hour).targets(targets).samples(samples).result());
    assertThat(text.length()).isLessThan(LARGEST);
    Document page = parse(text);
    assertThat(all(page, "path"))
        .filteredOn(p -> p.getAttribute("class").equals("down") && !p.getAttribute("d").isEmpty())
        .extracting(p -> p.getAttribute("d"))
        .hasSize(1)
        .allSatisfy(d -> assertThat(d).matches("M[\\d.]+ [\\d.]+h3v13h-3z"));
    assertThat(rows(page)).anyMatch(row -> row.endsWith("1 x reset"));
  }

  @Test
  void aTargetThatComesAndGoesAllTheTimeDoesNotFillThePage() throws Exception {
    List<ProbeSample> samples = new ArrayList<>();
    List<DrillEvent> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Duration at = Duration.ofMillis(13L * i);
      boolean ok = i % 2 == 0;
      samples.add(
          new ProbeSample("web", i, at, Duration.ofMillis(1 + i % 9), ok, ok ? "" : "reason " + i));
      DrillEvent.Kind kind = ok ? DrillEvent.Kind.PROBE_UP : DrillEvent.Kind.PROBE_DOWN;
      events.add(new DrillEvent(at, DrillStep.HOLD, kind, "web " + i));
    }
    events.add(new DrillEvent(seconds(269), DrillStep.RESTORE, DrillEvent.Kind.WARNING, "seen"));
    String text =
        write(
            SampleDrills.unprobed()
                .targets(Map.of("web", "tcp://web:80"))
                .samples(samples)
                .events(events)
                .result());
    assertThat(text.length()).isLessThan(LARGEST);
    Document page = parse(text);
    assertThat(rows(page)).contains("+04:29.0 | restore | warning | seen");
    assertThat(all(page, "p"))
        .extracting(Element::getTextContent)
        .contains(
            "The 200 longest of 9999; all are in drill.json.",
            "19600 more events are in drill.json and not in this table.");
  }
}
