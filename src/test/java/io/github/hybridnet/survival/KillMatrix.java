package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills a build at boundaries of its requests, as {@code kill -9} does, runs it again, and compares
 * what stands with what an undisturbed build leaves.
 */
final class KillMatrix implements AutoCloseable {
  private final Rig rig;
  private final Path directory;
  private final Victims victims;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;
  private int disturbed;

  KillMatrix(Rig rig, Path directory) throws IOException {
    this.rig = rig;
    this.directory = Files.createDirectories(directory);
    this.victims = new Victims(rig, directory);
  }

  /** Where the build is run again. */
  enum Machine {
    SAME,
    ANOTHER
  }

  /** Kills at each of these boundaries. */
  void killAt(Scenario scenario, List<Boundary> boundaries, Machine machine)
      throws IOException, InterruptedException {
    for (Boundary boundary : boundaries) {
      int before = failures.size();
      boolean more = boundary != boundaries.get(boundaries.size() - 1);
      killAt(scenario, boundary, machine, more);
      failures.subList(before, failures.size()).forEach(System.out::println);
    }
  }

  private void killAt(Scenario scenario, Boundary boundary, Machine machine, boolean more)
      throws IOException, InterruptedException {
    rig.admin().restore(scenario.snapshot());
    cases++;
    Job job = scenario.job().on(directory.resolve("machine-" + cases).toString());
    boolean killed = victims.strike(boundary, job, more, Victims.Blow.KILL).reached();
    tally.count(killed ? "killed " + boundary.phase() : "over before");
    disturbed += killed ? 1 : 0;
    Job again =
        machine == Machine.SAME ? job : job.on(directory.resolve("another-" + cases).toString());
    String what = scenario.name() + " killed " + boundary + ", run again on " + machine;
    judge(scenario, what, again);
  }

  private void judge(Scenario scenario, String what, Job again) throws InterruptedException {
    RecordedLines out = new RecordedLines();
    tally.count("re-runs");
    try {
      new Goals(again, out).run();
    } catch (UserException failure) {
      failures.add(what + ": " + failure.getMessage() + "\n" + String.join("\n", out.lines()));
      return;
    }
    Estate found = rig.estate();
    Estate.Comparison comparison = found.against(scenario.expected());
    tally.add("duplicates", found.duplicates(scenario.expected()));
    tally.add("orphans", comparison.orphans().size());
    tally.add("missing", comparison.missing().size());
    if (comparison.isSame()) {
      tally.count("as undisturbed");
    } else {
      failures.add(what + ": " + comparison + "\n" + String.join("\n", out.lines()));
    }
  }

  Report report(String name) {
    return new Report(
        tally.line("KILL MATRIX " + name), tally.of("re-runs"), disturbed, List.copyOf(failures));
  }

  @Override
  public void close() {
    victims.close();
  }
}
