package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hybridnet.Mutations;
import io.github.hybridnet.Seeded;
import io.github.hybridnet.app.DryRun;
import io.github.hybridnet.app.drill.VerifyDrillGoal.ResultOrigin;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.drill.run.SampleDrills;
import io.github.hybridnet.report.DrillReport;
import io.github.hybridnet.report.DrillReportFiles;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a drill came to is kept until destroy has run. */
class VerifyDrillGoalTest {
  @TempDir private Path directory;
  private final RecordedLines out = new RecordedLines();
  private final Map<String, Object> memory = new HashMap<>();

  private void verify() {
    verify(ResultOrigin.THIS_BUILD);
  }

  private void verify(ResultOrigin resultOrigin) {
    new VerifyDrillGoal(directory.resolve("failover"), resultOrigin, out).run();
  }

  private DrillReportFiles reports() {
    return new DrillReportFiles(directory.resolve("failover"), directory.resolve("history"));
  }

  private void write(Outcome outcome) {
    write(outcome, Mode.DRILL);
  }

  private void write(Outcome outcome, Mode mode) {
    assertThat(
            reports()
                .write(DrillReport.of("azure", SampleDrills.untouched(outcome, mode).result())))
        .isEmpty();
  }

  private static DryRun.Preview failing(String code) {
    return () -> {
      throw UserException.refused(code, "It is down.", "mend it");
    };
  }

  private void keep(DryRun.Preview drill, boolean stopped) throws InterruptedException {
    new DeferredDrillFailure(reports(), out, memory).of(drill, () -> stopped);
  }

  @Test
  void aDrillThatPassedIsASuccess() {
    write(Outcome.PASSED);
    verify();
    assertThat(out.lines())
        .containsExactly("INFO The failover drill 20261125-221500-3fa9c1 passed.");
  }

  @Test
  void whatDisconnectedNothingIsSaidToProveNothing() {
    write(Outcome.DRY_RUN, Mode.DRY_RUN);
    verify();
    write(Outcome.OBSERVED, Mode.OBSERVE);
    verify();
    assertThat(out.lines())
        .containsExactly(
            "WARN The result 20261125-221500-3fa9c1 is from a dry run. ExpressRoute was not"
                + " disconnected, so no failover was tested.",
            "WARN The result 20261125-221500-3fa9c1 is from an observation. ExpressRoute was not"
                + " disconnected, so no failover was tested.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PASSED", "OBSERVED", "DRY_RUN"})
  void theResultOfAnEarlierBuildIsNotJudged(Outcome outcome) {
    write(outcome);
    assertThatThrownBy(() -> verify(ResultOrigin.EARLIER_BUILD))
        .hasMessage(
            "HN5074: test-failover did not run in this build. The file '%s' is the result"
                + " of an earlier build.%n  Fix: bind test-failover to an earlier phase than"
                + " verify-drill, or skip this check with -Dhybridnet.verify-drill.skip=true. To"
                + " check the earlier result, run only hybridnet:verify-drill",
            directory.resolve("failover/result.json"));
    assertThat(out.lines()).isEmpty();
  }

  @Test
  void theResultOfAnEarlierBuildIsJudgedWhereTheGoalIsCalledByName() throws Exception {
    write(Outcome.PASSED);
    verify(ResultOrigin.CALLED_BY_NAME);
    assertThat(out.lines())
        .containsExactly(
            "WARN test-failover did not run in this build. The result below is from an"
                + " earlier build.",
            "INFO The failover drill 20261125-221500-3fa9c1 passed.");
    keep(failing("HN5020"), false);
    assertThatThrownBy(() -> verify(ResultOrigin.CALLED_BY_NAME)).hasMessageStartingWith("HN5020");
    assertThatThrownBy(() -> verify(ResultOrigin.EARLIER_BUILD)).hasMessageStartingWith("HN5074");
  }

  @Test
  void withoutAResultItFails() {
    assertThatThrownBy(this::verify)
        .hasMessage(
            "HN5074: There is no result of a failover drill: the file '%s' does not"
                + " exist.%n  Fix: bind test-failover to an earlier phase than verify-drill, or"
                + " skip this check with -Dhybridnet.verify-drill.skip=true",
            directory.resolve("failover/result.json"));
  }

  private String messageOf(DrillFinding finding) {
    DrillResult result =
        SampleDrills.untouched(Outcome.RESTORE_FAILED, Mode.DRILL)
            .verdict(Outcome.RESTORE_FAILED, finding)
            .result();
    assertThat(reports().write(DrillReport.of("azure", result))).isEmpty();
    return String.valueOf(catchThrowableOfType(UserException.class, this::verify).getMessage());
  }

  @Test
  void whatIsToBeDoneDependsOnWhyExpressRouteIsDown() {
    String reports = "'" + directory.resolve("failover") + "'";
    assertThat(messageOf(new DrillFinding("HN5030", "It may be down.", "as the commands below")))
        .endsWith("Fix: see the reports in " + reports + ", and restore it: mvn hybridnet:restore");
    assertThat(messageOf(new DrillFinding("HN5034", "It was removed.", "create it. Or do nothing")))
        .as("there is nothing to restore")
        .endsWith("Fix: create it. Or do nothing. The reports are in " + reports);
    assertThat(messageOf(new DrillFinding("HN5039", "It carries nothing.", "ask the provider")))
        .as("it is restored already")
        .endsWith("Fix: ask the provider. The reports are in " + reports);
  }

  @Test
  void aRefusedDrillIsKeptAndFailsTheBuildLater() throws Exception {
    keep(failing("HN5040"), false);
    assertThat(out.lines())
        .endsWith(
            "WARN The build continues. The goal verify-drill fails it after destroy has run.");
    assertThatThrownBy(this::verify)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN5040: The failover drill was refused.");
  }

  /** Tags by which an unfinished drill is found must not be removed by destroy. */
  @ParameterizedTest
  @ValueSource(strings = {"HN5030", "HN5041", "HN5042", "HN5070", "HN5000", "HN5001", "HN4011"})
  void whatMustNotWaitFailsAtOnce(String code) {
    assertThatThrownBy(() -> keep(failing(code), false)).hasMessageStartingWith(code);
  }

  @ParameterizedTest
  @CsvSource({
    "HN5010", "HN5016", "HN5020", "HN5022", "HN5034", "HN5039", "HN5044", "HN5076", "HN4062"
  })
  void whatLeavesNothingToBePutBackIsKept(String code) throws Exception {
    keep(failing(code), false);
    assertThatThrownBy(this::verify).hasMessageStartingWith(code);
  }

  @Test
  void theResultOfAnotherDrillIsNotTakenForTheOneThatFailed() throws Exception {
    write(Outcome.PASSED);
    keep(failing("HN5040"), false);
    assertThatThrownBy(this::verify).hasMessageStartingWith("HN5040");
  }

  @Test
  void aSecondDrillOfTheBuildDoesNotReplaceAFailure() throws Exception {
    keep(failing("HN5020"), false);
    keep(() -> write(Outcome.PASSED), false);
    assertThatThrownBy(this::verify).hasMessageStartingWith("HN5020");
  }

  @Test
  void aDrillThatWasStoppedStopsTheBuild() {
    assertThatThrownBy(() -> keep(failing("HN5023"), true)).hasMessageStartingWith("HN5023");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> keep(failing("HN5040"), false)).hasMessageStartingWith("HN5040");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void damagedResultsAreNeverASuccessThatTheyWereNot() throws IOException {
    write(Outcome.FAILED);
    Path file = directory.resolve("failover/result.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(this::verify).as("cut at %d", length).hasMessageStartingWith("HN50");
    }
    Seeded.run(
        random -> {
          for (int i = 0; i < 500; i++) {
            Files.write(file, Mutations.of(whole, random));
            assertThatThrownBy(this::verify).isInstanceOf(UserException.class);
          }
        });
  }
}
