package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.gate.DrillGate.GateKind;
import io.github.hybridnet.drill.gate.GateResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the preflight says what the gates say. */
class PreflightPageTest {
  private static final Path PAGE = Path.of("docs/failover/preflight.md");

  private static List<String> rows(String begin) throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith(begin)).toList();
  }

  @Test
  void listsEachGateAndNoOther() throws IOException {
    assertThat(rows("| `"))
        .containsExactlyElementsOf(
            StandardGates.all().stream().map(PreflightPageTest::row).toList());
  }

  private static String row(DrillGate drillGate) {
    return String.join(
        " | ",
        "| `" + drillGate.id() + "`",
        drillGate.sentence(),
        drillGate.source(),
        drillGate.kind().code().isEmpty()
            ? "only warns"
            : drillGate.kind().isOverridable() ? "yes" : "no",
        points(drillGate.kind()) + " |");
  }

  private static String points(GateKind gateKind) {
    int cost = gateKind.cost(Status.NOT_MET);
    int warning = gateKind.cost(Status.WARNING);
    return gateKind.code().isEmpty() ? String.valueOf(warning) : cost + " (" + warning + ")";
  }

  @Test
  void listsEachCode() throws IOException {
    List<String> codes =
        Stream.of(GateKind.values())
            .map(GateKind::code)
            .filter(c -> !c.isEmpty())
            .sorted()
            .toList();
    assertThat(rows("| HN").stream().map(row -> row.substring(2, 8)))
        .containsExactlyElementsOf(codes);
  }

  @Test
  void idsAreNotUsedTwice() {
    assertThat(DrillPreflight.ids()).doesNotHaveDuplicates().hasSize(24);
  }
}
