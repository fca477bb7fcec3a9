package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sees whether a network is as it was before a drill, and whether anything tells of one. */
final class DrillJudge {
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int STEPS = 60;

  private final Rig rig;
  private final Estate before;

  DrillJudge(Rig rig, Estate before) {
    this.rig = rig;
    this.before = before;
  }

  /** What is wrong now, if the local journal was on this machine. */
  List<String> wrong(Path machine) throws IOException {
    List<String> wrong = new ArrayList<>(away());
    wrong.addAll(left(machine));
    return wrong;
  }

  /** The same, once routes had time to come back. */
  List<String> wrongInTheEnd(Path machine) throws IOException {
    List<String> wrong = new ArrayList<>(awayInTheEnd());
    wrong.addAll(left(machine));
    return wrong;
  }

  /** What is wrong about ExpressRoute alone, once routes had time to come back. */
  List<String> awayInTheEnd() {
    for (int i = 0; i < STEPS && !isCarried(); i++) {
      rig.admin().advance(STEP);
    }
    return away();
  }

  private List<String> away() {
    return isCarried() ? List.of() : List.of("ExpressRoute does not carry: " + rig.ask("paths"));
  }

  private List<String> left(Path machine) throws IOException {
    List<String> wrong = new ArrayList<>();
    Estate found = rig.estate();
    Estate.Comparison comparison = found.against(before);
    if (!comparison.isSame()) {
      wrong.add(comparison.toString());
    }
    if (found.resources().toString().contains("hybridnet-drill-")) {
      wrong.add("a marker is left");
    }
    Path drills = machine.resolve(".hybridnet/drills");
    if (Files.isDirectory(drills)) {
      try (Stream<Path> files = Files.list(drills)) {
        files.forEach(file -> wrong.add(file + " is left"));
      }
    }
    return wrong;
  }

  /** By the simulator's own model of what packets do. */
  private boolean isCarried() {
    JsonNode network = rig.ask("paths").at("/networks/0");
    return network.path("path").asText().equals("expressRoute")
        && network.path("reachable").asBoolean();
  }
}
