package io.github.hybridnet.failover.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.failover.gate.GateResult.Status;
import io.github.hybridnet.failover.gate.check.Gate;
import io.github.hybridnet.failover.gate.check.Gate.Kind;
import io.github.hybridnet.failover.gate.check.StandardGates;
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

  private static String row(Gate gate) {
    return String.join(
        " | ",
        "| `" + gate.id() + "`",
        gate.sentence(),
        gate.source(),
        gate.kind().code().isEmpty() ? "only warns" : gate.kind().isOverridable() ? "yes" : "no",
        points(gate.kind()) + " |");
  }

  private static String points(Kind kind) {
    int cost = kind.cost(Status.NOT_MET);
    int warning = kind.cost(Status.WARNING);
    return kind.code().isEmpty() ? String.valueOf(warning) : cost + " (" + warning + ")";
  }

  @Test
  void listsEachCode() throws IOException {
    List<String> codes =
        Stream.of(Kind.values()).map(Kind::code).filter(c -> !c.isEmpty()).sorted().toList();
    assertThat(rows("| HN").stream().map(row -> row.substring(2, 8)))
        .containsExactlyElementsOf(codes);
  }

  @Test
  void idsAreNotUsedTwice() {
    assertThat(Preflight.ids()).doesNotHaveDuplicates().hasSize(24);
  }
}
