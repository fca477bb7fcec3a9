package io.github.hybridnet.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.variant.AzureVariant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals on a network whose every resource carries tags of a policy from the beginning. */
class PolicyTagsTest {
  private static final Map<AzureVariant, String> POLICY =
      Map.of(AzureVariant.TAG_POLICY, "adds-tags");

  @Test
  void tagsAreNoDifferenceAndOutlastADrill(@TempDir Path directory) throws Exception {
    try (MatrixCloud cloud = new MatrixCloud(directory)) {
      cloud.begin(MatrixGoal.Standing.EMPTY);
      CellRun first = run(cloud, MatrixGoal.FIRST);
      assertThat(first.refusal()).isEmpty();
      assertThat(first.estate().resources().values())
          .filteredOn(each -> each.path("name").asText().equals("ra-hybrid-er-cn"))
          .singleElement()
          .satisfies(each -> assertThat(each.at("/tags/policy-owner").asText()).isNotEmpty());
      cloud.time().sleep(Duration.ofMinutes(10));
      assertThat(run(cloud, MatrixGoal.PLAN).text()).contains("No changes are needed.");
      CellRun drill = run(cloud, MatrixGoal.CONNECTION_DRILL);
      assertThat(drill.refusal()).isEmpty();
      assertThat(drill.writes()).anyMatch(each -> each.startsWith("DELETE "));
      assertThat(drill.estate().against(first.estate()).isSame()).isTrue();
      assertThat(drill.text()).doesNotContain("tags.policy");
    }
  }

  private static CellRun run(MatrixCloud cloud, MatrixGoal goal) throws Exception {
    return CellRun.of(cloud, new MatrixCell(goal, POLICY), cloud.job(goal));
  }
}
