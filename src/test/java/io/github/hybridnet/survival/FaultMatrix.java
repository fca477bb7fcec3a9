package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets things go wrong at boundaries of a build's requests. Each build ends in success or in one
 * clear error, after which the next one succeeds; both leave what an undisturbed one leaves.
 */
final class FaultMatrix {
  private static final Pattern CLEAR =
      Pattern.compile("HN\\d{4}: \\S[\\s\\S]*\\R  Fix: \\S[\\s\\S]*");
  private static final Pattern TRACE = Pattern.compile("(?m)^\\s*at [\\w.$]+\\(|Exception");
  private static final int IMPATIENT_SECONDS = 1;

  private final Rig rig;
  private final Path directory;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;

  FaultMatrix(Rig rig, Path directory) {
    this.rig = rig;
    this.directory = directory;
  }

  /**
   * A fault at a place.
   *
   * @param lasting whether it goes on for the rest of the run
   */
  record Case(FaultKind kind, Boundary boundary, boolean lasting) {
    private String rule() {
      return lasting ? boundary.lasting(kind.effect()) : boundary.once(kind.effect());
    }

    @Override
    public String toString() {
      return kind.name() + (lasting ? " from " : " at ") + boundary;
    }
  }

  /** Every kind at every place where it can be. */
  static List<Case> cases(Scenario scenario, boolean lasting) {
    List<Case> all = new ArrayList<>();
    for (FaultKind kind : FaultKind.all()) {
      for (Boundary boundary : scenario.boundaries()) {
        if (kind.phases().contains(boundary.phase())) {
          all.add(new Case(kind, boundary, lasting));
        }
      }
    }
    return all;
  }

  /** Tries these. */
  void run(Scenario scenario, List<Case> all) throws InterruptedException {
    for (Case one : all) {
      int before = failures.size();
      run(scenario, one);
      failures.subList(before, failures.size()).forEach(System.out::println);
    }
  }

  private void run(Scenario scenario, Case one) throws InterruptedException {
    rig.admin().restore(scenario.snapshot());
    rig.admin().addFaults(one.rule());
    Job job = scenario.job().on(directory.resolve("machine-" + ++cases).toString());
    RecordedLines out = new RecordedLines();
    String what = scenario.name() + ": " + one;
    boolean success =
        attempt(one.kind().impatient() ? job.within(IMPATIENT_SECONDS) : job, what, out);
    long fired = rig.ask("faults").path("rules").path(0).path("fired").asLong();
    rig.admin().clearFaults();
    tally.count(
        fired == 0 ? "not reached" : one.kind().name() + (success ? " borne" : " reported"));
    if (!success) {
      try {
        new Goals(job, out).run();
      } catch (RuntimeException e) {
        failures.add(what + ", run again: " + e + "\n" + String.join("\n", out.lines()));
        return;
      }
    }
    Estate.Comparison comparison = rig.estate().against(scenario.expected());
    if (!comparison.isSame()) {
      failures.add(what + ": " + comparison + "\n" + String.join("\n", out.lines()));
    }
  }

  private boolean attempt(Job job, String what, RecordedLines out) {
    try {
      new Goals(job, out).run();
      return true;
    } catch (UserException failure) {
      String message = String.valueOf(failure.getMessage());
      boolean clear = CLEAR.matcher(message).matches() && !TRACE.matcher(message).find();
      if (!clear || out.lines().stream().anyMatch(line -> TRACE.matcher(line).find())) {
        failures.add(what + ": not clear: " + message + "\n" + String.join("\n", out.lines()));
      }
      return false;
    } catch (Exception unexpected) {
      StringWriter trace = new StringWriter();
      unexpected.printStackTrace(new PrintWriter(trace));
      failures.add(what + ": " + trace + "\n" + String.join("\n", out.lines()));
      return false;
    }
  }

  Report report(String name) {
    int disturbed = cases - tally.of("not reached");
    return new Report(tally.line("FAULT MATRIX " + name), cases, disturbed, List.copyOf(failures));
  }
}
