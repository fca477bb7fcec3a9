package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets things go wrong at the requests that put ExpressRoute back: it is back when the drill ends.
 * What tells of the drill may be left to the next goal, when Azure does not let it go.
 */
final class DrillFaultMatrix {
  /** More than what sends requests tries by itself. */
  private static final int OFTEN = 12;

  private final Rig rig;
  private final Path directory;
  private final DrillJudge judge;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;

  DrillFaultMatrix(Rig rig, Path directory, DrillJudge judge) {
    this.rig = rig;
    this.directory = directory;
    this.judge = judge;
  }

  /**
   * A fault at a place.
   *
   * @param scenario a drill, or the restore of one, with the boundaries of the restore
   * @param times how often in a row
   */
  record Case(Scenario scenario, FaultKind kind, Boundary boundary, int times) {

    /** Every kind at every place where it can be, once, or so often that Azure seems to be down. */
    static List<Case> all(Scenario scenario) {
      List<Case> all = new ArrayList<>();
      for (FaultKind kind : FaultKind.all()) {
        for (Boundary boundary : scenario.boundaries()) {
          if (kind.phases().contains(boundary.phase())) {
            all.add(new Case(scenario, kind, boundary, all.size() % 4 == 0 ? OFTEN : 1));
          }
        }
      }
      return all;
    }

    /** A drill restores by itself; a goal that cannot even look may end with an error. */
    private boolean isDrill() {
      return scenario.job().goals().contains(Job.Goal.TEST_FAILOVER);
    }

    @Override
    public String toString() {
      return scenario.name() + ": " + kind.name() + " " + times + " times at " + boundary;
    }
  }

  /** Tries these. */
  void run(List<Case> all) throws Exception {
    for (Case one : all) {
      int before = failures.size();
      run(one);
      failures.subList(before, failures.size()).forEach(System.out::println);
    }
  }

  private void run(Case one) throws Exception {
    rig.admin().restore(one.scenario().snapshot());
    rig.admin().addFaults(one.boundary().repeated(one.kind().effect(), one.times()));
    Job job = one.scenario().job().on(directory.resolve("machine-" + ++cases).toString());
    RecordedLines out = new RecordedLines();
    List<String> wrong = new ArrayList<>();
    boolean success = attempt(job, out);
    long fired = rig.ask("faults").path("rules").path(0).path("fired").asLong();
    rig.admin().clearFaults();
    tally.count(fired == 0 ? "not reached" : one.kind().name());
    if (one.isDrill()) {
      wrong.addAll(judge.awayInTheEnd());
    }
    boolean tidy = success && judge.wrongInTheEnd(Path.of(job.machine())).isEmpty();
    tally.count(tidy ? "restored at once" : "restored, and finished by the next goal");
    if (!tidy) {
      new Goals(job.doing(Job.Goal.RESTORE), out).run();
      wrong.addAll(judge.wrongInTheEnd(Path.of(job.machine())));
    }
    if (!wrong.isEmpty()) {
      failures.add(one + ": " + wrong + "\n" + String.join("\n", out.lines()));
    }
  }

  private static boolean attempt(Job job, RecordedLines out) throws InterruptedException {
    try {
      new Goals(job, out).run();
      return true;
    } catch (UserException failure) {
      out.error(String.valueOf(failure.getMessage()));
      return false;
    }
  }

  Report report() {
    int disturbed = cases - tally.of("not reached");
    return new Report(tally.line("DRILL FAULT MATRIX"), cases, disturbed, List.copyOf(failures));
  }
}
