package io.github.hybridnet.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells processes to end in which drills go on, at boundaries of their requests: ExpressRoute is
 * back before they have ended, and carries.
 */
final class DrillStopMatrix implements AutoCloseable {
  /** Exit statuses by signals. */
  private static final Map<String, Integer> SIGNALS = Map.of("TERM", 143, "INT", 130);

  /** How long a request is held after the signal: no answer may come before it is heeded. */
  private static final Duration HELD = Duration.ofMillis(300);

  private final Rig rig;
  private final Path directory;
  private final DrillJudge judge;
  private final Victims victims;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;
  private int disturbed;

  DrillStopMatrix(Rig rig, Path directory, DrillJudge judge) throws IOException {
    this.rig = rig;
    this.directory = Files.createDirectories(directory);
    this.judge = judge;
    this.victims = new Victims(rig, directory);
  }

  /**
   * A stop.
   *
   * @param drill the drill
   * @param boundary where it is stopped
   * @param signal by which signal
   */
  record Case(Scenario drill, Boundary boundary, String signal) {

    /** All boundaries of a drill, with the signals in turn. */
    static List<Case> all(Scenario drill) {
      List<Case> all = new ArrayList<>();
      for (Boundary boundary : drill.ofRequests()) {
        all.add(new Case(drill, boundary, all.size() % 2 == 0 ? "TERM" : "INT"));
      }
      return all;
    }

    @Override
    public String toString() {
      return drill.name() + " stopped by SIG" + signal + " " + boundary;
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
    Steps steps = new Steps();
    Victims.Struck struck =
        victims.strike(one.boundary(), job, more, build -> steps.stop(build, one.signal()));
    int status = struck.build().end();
    List<String> wrong = judge.wrong(Path.of(job.machine()));
    boolean stopped = status == Objects.requireNonNull(SIGNALS.get(one.signal()));
    disturbed += stopped ? 1 : 0;
    tally.count(stopped ? "stopped in " + steps.step : "ended by itself with status " + status);
    tally.count(wrong.isEmpty() ? "restored before the exit" : "NOT RESTORED");
    if (!wrong.isEmpty()) {
      failures.add(one + " in " + steps.step + ": " + wrong + "\n" + struck.build().text());
    }
  }

  /** Remembers where a drill was when it was stopped. */
  private static final class Steps {
    private String step = "";

    void stop(JavaProcess build, String signal) throws IOException, InterruptedException {
      step = DrillKillMatrix.step(build.text());
      build.signal(signal);
      build.endsWithin(HELD);
    }
  }

  Report report() {
    return new Report(tally.line("DRILL STOP MATRIX"), cases, disturbed, List.copyOf(failures));
  }

  @Override
  public void close() {
    victims.close();
  }
}
