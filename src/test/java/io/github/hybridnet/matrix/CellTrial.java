package io.github.hybridnet.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.survival.Estate;
import io.github.hybridnet.survival.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tries cells on one simulator, and compares each with the same goal when nothing is unusual. */
final class CellTrial implements AutoCloseable {
  /** Longer than anything is old after it was written. */
  private static final Duration LATER = Duration.ofMinutes(20);

  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int STEPS = 60;

  private final MatrixCloud cloud;
  private final Map<MatrixGoal.Standing, Estate> before = new EnumMap<>(MatrixGoal.Standing.class);
  private final Map<MatrixGoal, CellRun> usual = new EnumMap<>(MatrixGoal.class);

  CellTrial(Path directory) throws IOException {
    this.cloud = new MatrixCloud(directory);
  }

  /** Tries one. */
  CellResult of(MatrixCell cell) throws IOException, InterruptedException {
    CellRun compared = usual(cell.goal());
    cloud.begin(cell.goal().standing());
    Job job = cloud.job(cell.goal());
    CellRun run = CellRun.of(cloud, cell, job);
    CellJudge judge = new CellJudge(cell, before.get(cell.goal().standing()), compared);
    List<String> faults = new ArrayList<>(judge.faults(run));
    boolean undone = cell.goal() == MatrixGoal.RESTORE && run.refusal().isPresent();
    if (cell.goal().isDrill() && !undone && !isCarried()) {
      faults.add("ExpressRoute does not carry: " + cloud.paths());
    }
    if (faults.isEmpty() && run.refusal().isEmpty() && cell.goal().isRepeated()) {
      faults.addAll(again(cell, job, run));
    }
    return new CellResult(cell, run.refusal().orElse(""), run.waited(), faults);
  }

  private CellRun usual(MatrixGoal goal) throws IOException, InterruptedException {
    CellRun known = usual.get(goal);
    if (known == null) {
      cloud.begin(goal.standing());
      before.put(goal.standing(), cloud.rig().estate());
      known = CellRun.of(cloud, MatrixCell.usual(goal), cloud.job(goal));
      usual.put(goal, known);
    }
    return known;
  }

  /** The same once more, with no difference for it to find. */
  private List<String> again(MatrixCell cell, Job job, CellRun first)
      throws IOException, InterruptedException {
    JsonNode plan = plan(job);
    cloud.time().sleep(LATER);
    CellRun second = CellRun.of(cloud, cell, job);
    List<String> faults = new ArrayList<>();
    second.refusal().ifPresent(message -> faults.add("stopped when run again: " + message));
    second.crash().ifPresent(trace -> faults.add("ended with a stack trace again: " + trace));
    if (!second.writes().isEmpty()) {
      faults.add("wrote when run again: " + second.writes());
    }
    if (!plan(job).equals(plan)) {
      faults.add("planned otherwise when run again: " + plan + " -> " + plan(job));
    }
    boolean blind = cell.plays(AzureVariant.IDENTITY, "network-only");
    String end = blind ? "No changes are known." : "No changes are needed.";
    if (cell.goal().isPlan() && !first.text().contains(end)) {
      faults.add("planned changes: " + String.join("\n", first.lines()));
    }
    return faults;
  }

  private static JsonNode plan(Job job) throws IOException {
    Path file = Path.of(job.machine(), "target", "hybridnet", "plan.json");
    ObjectMapper json = new ObjectMapper();
    return Files.exists(file) ? json.readTree(Files.readString(file)) : json.nullNode();
  }

  /** Whether ExpressRoute carries, once routes had time to come back. */
  private boolean isCarried() throws InterruptedException {
    for (int i = 0; i < STEPS; i++) {
      JsonNode network = cloud.paths().at("/networks/0");
      if (network.path("path").asText().equals("expressRoute")
          && network.path("reachable").asBoolean()) {
        return true;
      }
      cloud.time().sleep(STEP);
    }
    return false;
  }

  @Override
  public void close() {
    cloud.close();
  }
}
