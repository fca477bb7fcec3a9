package io.github.hybridnet.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.survival.Estate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A judge that finds nothing when there is something would prove nothing. */
class CellJudgeTest {
  private static final Estate SOMETHING = estate("x");
  private static final String CLEAR = "HN4060: No.\n  Fix: Ask for Microsoft.Network/x/write.";

  private static Estate estate(String value) {
    return new Estate(Map.of("/x", JsonNodeFactory.instance.objectNode().put("a", value)));
  }

  private static CellRun run(
      Optional<String> refusal, Duration waited, List<String> writes, Estate estate) {
    return new CellRun(List.of("INFO line"), refusal, Optional.empty(), waited, writes, estate);
  }

  private static final CellRun USUAL = run(Optional.empty(), Duration.ZERO, List.of(), SOMETHING);

  private static List<String> faults(MatrixGoal goal, String identity, CellRun run) {
    MatrixCell cell = new MatrixCell(goal, Map.of(AzureVariant.IDENTITY, identity));
    return new CellJudge(cell, SOMETHING, USUAL).faults(run);
  }

  @Test
  void whatIsAsItShouldBeHasNoFault() {
    assertThat(faults(MatrixGoal.PLAN, "owner", USUAL)).isEmpty();
    CellRun refused = run(Optional.of(CLEAR), Duration.ZERO, List.of(), SOMETHING);
    assertThat(faults(MatrixGoal.UPDATE, "reader", refused)).isEmpty();
  }

  @Test
  void writesOfAGoalThatOnlyReadsAreFaults() {
    CellRun wrote = run(Optional.empty(), Duration.ZERO, List.of("PUT /x"), SOMETHING);
    assertThat(faults(MatrixGoal.STATUS, "owner", wrote)).containsExactly("wrote: [PUT /x]");
    assertThat(faults(MatrixGoal.UPDATE, "owner", wrote)).isEmpty();
  }

  @Test
  void anotherEndIsAFault() {
    CellRun other = run(Optional.empty(), Duration.ZERO, List.of(), estate("y"));
    assertThat(faults(MatrixGoal.UPDATE, "owner", other)).singleElement().asString().contains("/a");
    CellRun refused = run(Optional.of(CLEAR), Duration.ZERO, List.of(), estate("y"));
    assertThat(faults(MatrixGoal.UPDATE, "reader", refused)).hasSize(1);
  }

  @Test
  void stopsThatWereNotExpectedOrNotExplainedAreFaults() {
    CellRun refused = run(Optional.of(CLEAR), Duration.ZERO, List.of(), SOMETHING);
    assertThat(faults(MatrixGoal.UPDATE, "owner", refused)).containsExactly("stopped: " + CLEAR);
    CellRun unclear = run(Optional.of("Forbidden"), Duration.ZERO, List.of(), SOMETHING);
    assertThat(faults(MatrixGoal.UPDATE, "reader", unclear))
        .containsExactly("does not say why: Forbidden", "is not clear: Forbidden");
    assertThat(faults(MatrixGoal.UPDATE, "reader", USUAL)).containsExactly("did not refuse");
  }

  @Test
  void longWaitsAndStackTracesAreFaults() {
    CellRun late = run(Optional.empty(), Duration.ofDays(1), List.of(), SOMETHING);
    assertThat(faults(MatrixGoal.PLAN, "owner", late))
        .containsExactly("took PT24H instead of PT0S");
    CellRun crashed =
        new CellRun(
            List.of("ERROR java.lang.NullPointerException"),
            Optional.empty(),
            Optional.of("trace"),
            Duration.ZERO,
            List.of(),
            SOMETHING);
    assertThat(faults(MatrixGoal.PLAN, "owner", crashed)).hasSize(2);
  }
}
