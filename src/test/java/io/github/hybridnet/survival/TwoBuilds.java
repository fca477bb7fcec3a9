package io.github.hybridnet.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two builds of the same network from two machines, the second begun while the first one runs. */
final class TwoBuilds {
  private final Rig rig;
  private final Path directory;
  private final Watch watch;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int cases;
  private int offsets;

  TwoBuilds(Rig rig, Path directory) throws IOException {
    this.rig = rig;
    this.directory = Files.createDirectories(directory);
    this.watch = new Watch(rig);
  }

  /** The second one begins when the first one has come to each of these boundaries. */
  void run(Scenario scenario, List<Boundary> offsets) throws IOException, InterruptedException {
    for (Boundary offset : offsets) {
      String what = scenario.name() + ", a second build from " + offset;
      int before = failures.size();
      rig.admin().restore(scenario.snapshot());
      try (JavaProcess first = build("first");
          JavaProcess second = build("second")) {
        List<Integer> ends = together(scenario, offset, first, second);
        judge(scenario, what, ends, first.text() + second.text());
      }
      failures.subList(before, failures.size()).forEach(System.out::println);
    }
  }

  private JavaProcess build(String name) throws IOException, InterruptedException {
    JavaProcess build = GoalMain.process(directory.resolve(name + "-" + ++cases));
    build.hear("ready");
    return build;
  }

  private List<Integer> together(
      Scenario scenario, Boundary offset, JavaProcess first, JavaProcess second)
      throws IOException, InterruptedException {
    long since = rig.latestEvent();
    rig.admin()
        .addFaults("{\"rules\": [" + offset.once("{\"delay\": {\"wall\": \"PT10M\"}}") + "]}");
    first.tell(job(scenario, "one").toLine());
    offsets += watch.fired("fault", since, first::isAlive) ? 1 : 0;
    second.tell(job(scenario, "other").toLine());
    rig.admin().clearFaults();
    return List.of(first.end(), second.end());
  }

  private Job job(Scenario scenario, String machine) {
    return scenario.job().on(directory.resolve(machine + "-machine-" + cases).toString());
  }

  private void judge(Scenario scenario, String what, List<Integer> ends, String said) {
    Estate.Comparison comparison = rig.estate().against(scenario.expected());
    boolean clear = ends.stream().allMatch(end -> end == 0 || end == 1);
    tally.count(ends.equals(List.of(0, 0)) ? "both ended well" : "ended with " + ends);
    if (!clear || !ends.contains(0) || !comparison.isSame()) {
      failures.add(what + ": " + ends + " " + comparison + "\n" + said);
    }
  }

  Report report(String name) {
    return new Report(tally.line("TWO BUILDS " + name), cases / 2, offsets, List.copyOf(failures));
  }
}
