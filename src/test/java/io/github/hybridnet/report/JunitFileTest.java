package io.github.hybridnet.report;

import static io.github.hybridnet.drill.run.SampleDrills.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitFileTest {
  @TempDir private Path directory;

  private String write(DrillResult result) throws IOException {
    JunitFile.write(directory, DrillReport.of("azure", result));
    return Files.readString(directory.resolve("TEST-hybridnet-failover.xml"));
  }

  private static void validate(String xml) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitFileTest.class.getResource("junit.xsd"));
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static Element suite(String xml) throws Exception {
    validate(xml);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return document.getDocumentElement();
  }

  /** What each test case came to, by both of its names. */
  private static Map<String, String> cases(Element suite) {
    Map<String, String> cases = new LinkedHashMap<>();
    NodeList all = suite.getElementsByTagName("testcase");
    for (int i = 0; i < all.getLength(); i++) {
      Element each = (Element) all.item(i);
      String name = each.getAttribute("classname") + "/" + each.getAttribute("name");
      Element child = (Element) each.getElementsByTagName("*").item(0);
      String what = child == null ? "passed" : child.getTagName();
      String message = child == null ? "" : child.getAttribute("message");
      cases.put(
          name.replace("hybridnet.failover.", ""),
          message.isEmpty() ? what : what + ": " + message);
    }
    return cases;
  }

  private static String counts(Element suite) {
    return String.join(
        " ",
        suite.getAttribute("tests"),
        suite.getAttribute("failures"),
        suite.getAttribute("errors"),
        suite.getAttribute("skipped"),
        suite.getAttribute("time"));
  }

  @Test
  void aDrillThatPassedHasACaseForEachGateStepAndThreshold() throws Exception {
    Element suite = suite(write(SampleDrills.probed(seconds(1), "web").result()));
    assertThat(suite.getAttribute("name")).isEqualTo("hybridnet-failover");
    assertThat(counts(suite)).isEqualTo("15 0 0 0 270.000");
    assertThat(cases(suite).keySet())
        .containsExactly(
            "gate/vpn-connection",
            "gate/locks",
            "step/preflight",
            "step/baseline",
            "step/journal",
            "step/lever",
            "step/failed over",
            "step/hold",
            "step/restore",
            "step/restored",
            "step/verdict",
            "threshold/longest outage",
            "threshold/detection",
            "threshold/restore",
            "threshold/availability");
    Element hold = (Element) suite.getElementsByTagName("testcase").item(7);
    assertThat(hold.getAttribute("time")).isEqualTo("120.000");
    assertThat(hold.getTextContent().strip()).isEqualTo("Counters of ra-vpn-cn lag");
  }

  @Test
  void failuresHaveTheirCodeAndAllThatIsKnown() throws Exception {
    DrillResult result =
        SampleDrills.notRestored()
            .gates(
                new GateResult("vpn", Status.NOT_MET, "It is Connecting.", "Look at the device."),
                new GateResult("locks", Status.OVERRIDDEN, "ra-rg is locked.", ""))
            .events(
                List.of(
                    new DrillEvent(seconds(0), DrillStep.PREFLIGHT, DrillEvent.Kind.STEP, ""),
                    new DrillEvent(seconds(9), DrillStep.RESTORE, DrillEvent.Kind.STEP, ""),
                    new DrillEvent(seconds(19), DrillStep.RESTORE, DrillEvent.Kind.FAILURE, "409")))
            .result();
    Element suite = suite(write(result));
    Map<String, String> cases = cases(suite);
    assertThat(cases)
        .containsEntry("gate/vpn", "failure: It is Connecting.")
        .containsEntry("gate/locks", "skipped: overridden: ra-rg is locked.")
        .containsEntry("step/preflight", "passed")
        .containsEntry("step/lever", "skipped: not run")
        .containsEntry(
            "step/restore",
            "failure: HN5030: The private peering of ra-erc is still Disabled:"
                + " (AnotherOperationInProgress) busy.")
        .containsEntry(
            "step/verdict",
            "failure: HN5030: The private peering of ra-erc is still Disabled:"
                + " (AnotherOperationInProgress) busy.")
        .containsEntry(
            "threshold/restore",
            "failure: restore more than 55.000 s, its end was not seen, threshold: at most 3m");
    Element gate = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(gate.getTextContent()).isEqualTo("It is Connecting.\nFix: Look at the device.");
    Element failure = (Element) suite.getElementsByTagName("failure").item(1);
    assertThat(failure.getAttribute("type")).isEqualTo("HN5030");
    assertThat(failure.getTextContent())
        .isEqualTo(
            "HN5030: The private peering of ra-erc is still Disabled:"
                + " (AnotherOperationInProgress) busy.\n  Fix: Run the commands below.\n"
                + "HN5020: The VPN did not take over in 2m.\n  Fix: Look at the tunnel.\n"
                + String.join("\n", result.announcement().undoCommands())
                + "\n409");
    assertThat(counts(suite)).isEqualTo("15 4 0 7 270.000");
  }

  @Test
  void aRefusedOrUntouchedDrillSkipsWhatWasNotReached() throws Exception {
    DrillFinding drillFinding = new DrillFinding("HN5010", "The VPN is down.", "");
    Element refused =
        suite(
            write(
                SampleDrills.untouched(Outcome.REFUSED, Mode.DRILL)
                    .verdict(Outcome.REFUSED, drillFinding)
                    .result()));
    assertThat(cases(refused))
        .containsEntry("step/verdict", "failure: HN5010: The VPN is down.")
        .containsEntry("step/lever", "skipped: not run")
        .containsEntry("threshold/longest outage", "skipped: not measured");
    Element dry = suite(write(SampleDrills.untouched(Outcome.DRY_RUN, Mode.DRY_RUN).result()));
    assertThat(cases(dry)).containsEntry("step/verdict", "skipped: nothing was tested");
    assertThat(dry.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void aThresholdThatCannotBeJudgedIsNotKept() throws Exception {
    DrillFinding drillFinding =
        new DrillFinding("HN5022", "maxOutage could not be judged.", "Probe something.");
    Element suite =
        suite(write(SampleDrills.unprobed().verdict(Outcome.FAILED, drillFinding).result()));
    assertThat(cases(suite))
        .containsEntry(
            "threshold/longest outage",
            "failure: longest outage: nothing was measured that could be compared with the"
                + " threshold")
        .containsEntry("step/verdict", "failure: HN5022: maxOutage could not be judged.");
  }

  @Test
  void aThresholdThatIsNotSetHasNoCase() throws Exception {
    DrillThresholds one =
        new DrillThresholds(
            Optional.of(seconds(1)), Optional.empty(), Optional.empty(), OptionalDouble.empty());
    Element suite = suite(write(SampleDrills.probed(seconds(1), "web").thresholds(one).result()));
    assertThat(cases(suite).keySet())
        .filteredOn(name -> name.startsWith("threshold/"))
        .containsExactly("threshold/longest outage");
    assertThat(cases(suite))
        .containsEntry(
            "threshold/longest outage",
            "failure: longest outage 11.000 s to 13.000 s, threshold: at most 1 s");
  }

  @Test
  void whatXmlCannotHoldIsReplaced() throws Exception {
    String hostile = "]]><evil a=\"b\">&amp; '\u0000\u001b\uFFFE\uD83D\uDE00 \u00e9";
    Element suite =
        suite(
            write(
                SampleDrills.unprobed()
                    .gates(new GateResult(hostile, Status.NOT_MET, hostile, hostile))
                    .verdict(Outcome.FAILED, new DrillFinding("HN5020", hostile, hostile))
                    .result()));
    String shown = "]]><evil a=\"b\">&amp; '\\u0000\\u001b\uFFFD\uD83D\uDE00 \u00e9";
    assertThat(cases(suite)).containsEntry("gate/" + shown, "failure: " + shown);
    assertThat(suite.getElementsByTagName("evil").getLength()).isZero();
  }

  @Test
  void theSchemaFindsWhatReadersDoNotTake() throws Exception {
    String xml = write(SampleDrills.unprobed().result());
    assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
    assertThatThrownBy(() -> validate(xml.replace("tests=", "timestamp=\"now\" tests=")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(
            () ->
                validate(
                    xml.replace("step\" time", "gate\" time")
                        .replace("\"preflight\"", "\"locks\"")))
        .isInstanceOf(SAXException.class);
  }
}
