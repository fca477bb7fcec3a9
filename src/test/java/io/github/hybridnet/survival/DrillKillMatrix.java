package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills failover drills at boundaries of their requests, as {@code kill -9} does, and runs another
 * goal: ExpressRoute is back then, as it was, and nothing tells of the drill any more.
 */
final class DrillKillMatrix implements AutoCloseable {
  private static final Pattern STEP = Pattern.compile("== ([a-z ]+?)(?::|\\R|$)");

  private final Rig rig;
  private final Path directory;
  private final DrillJudge judge;
  private final Victims victims;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;
  private int disturbed;

  DrillKillMatrix(Rig rig, Path directory, DrillJudge judge) throws IOException {
    this.rig = rig;
    this.directory = Files.createDirectories(directory);
    this.judge = judge;
    this.victims = new Victims(rig, directory);
  }

  /**
   * A kill, and what follows.
   *
   * @param drill the drill
   * @param boundary where it is killed
   * @param next the goal that is run then
   * @param same whether on the same machine
   */
  record Case(Scenario drill, Boundary boundary, Job.Goal next, boolean same) {
    private static final List<Job.Goal> NEXT =
        List.of(Job.Goal.RESTORE, Job.Goal.DEPLOY, Job.Goal.TEST_FAILOVER);

    /** All boundaries of a drill, with the goals and the machines in turn. */
    static List<Case> all(Scenario drill) {
      List<Case> all = new ArrayList<>();
      for (Boundary boundary : drill.ofRequests()) {
        int turn = all.size() % (2 * NEXT.size());
        all.add(new Case(drill, boundary, NEXT.get(turn / 2), turn % 2 == 0));
      }
      return all;
    }

    @Override
    public String toString() {
      return drill.name()
          + " killed "
          + boundary
          + ", then "
          + next
          + (same ? "" : " on another machine");
    }
  }

  /** Tries these. */
  void run(List<Case> all) throws IOException, InterruptedException {
    for (Case one : all) {
      int before = failures.size();
      run(one, one != all.get(all.size() - 1));
      failures.subList(before, failures.size()).forEach(System.out::println);
    }
  }

  private void run(Case one, boolean more) throws IOException, InterruptedException {
    rig.admin().restore(one.drill().snapshot());
    cases++;
    Job job = one.drill().job().on(directory.resolve("machine-" + cases).toString());
    Victims.Struck struck = victims.strike(one.boundary(), job, more, Victims.Blow.KILL);
    disturbed += struck.reached() ? 1 : 0;
    String step = step(struck.build().text());
    tally.count(struck.reached() ? "killed in " + step : "over before");
    Job next = one.same() ? job : job.on(directory.resolve("another-" + cases).toString());
    RecordedLines out = new RecordedLines();
    List<String> wrong = new ArrayList<>(then(next.doing(one.next()), out));
    wrong.addAll(judge.wrongInTheEnd(Path.of(next.machine())));
    if (!one.same()) {
      wrong.addAll(then(job.doing(Job.Goal.RESTORE), out));
      wrong.addAll(judge.wrongInTheEnd(Path.of(job.machine())));
    }
    tally.count(wrong.isEmpty() ? "restored" : "NOT RESTORED");
    if (!wrong.isEmpty()) {
      failures.add(
          one + " in " + step + ": " + wrong + "\n" + struck.build().text() + "\n" + text(out));
    }
  }

  /** What is wrong about how the goals end. */
  private List<String> then(Job job, RecordedLines out) throws InterruptedException {
    try {
      new Goals(job, out).run();
      return List.of();
    } catch (UserException failure) {
      tally.count(job.goals() + " refused with " + failure.code());
      // Right after an undo routes are not back yet, so that the next drill is refused by its
      // gates.
      boolean gates = job.goals().contains(Job.Goal.TEST_FAILOVER) && isOfGates(failure);
      return gates ? List.of() : List.of(String.valueOf(failure.getMessage()));
    }
  }

  private static boolean isOfGates(UserException failure) {
    return failure.code().compareTo("HN5010") >= 0 && failure.code().compareTo("HN5019") <= 0;
  }

  private static String text(RecordedLines out) {
    return String.join("\n", out.lines());
  }

  /** The step in which a drill was. */
  static String step(String output) {
    String step = "before the first step";
    for (Matcher steps = STEP.matcher(output); steps.find(); ) {
      step = steps.group(1);
    }
    return step;
  }

  Report report() {
    return new Report(tally.line("DRILL KILL MATRIX"), cases, disturbed, List.copyOf(failures));
  }

  @Override
  public void close() {
    victims.close();
  }
}
