package io.github.hybridnet.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What came of all cells, by goal. */
final class MatrixTable {
  private final List<CellResult> results;

  MatrixTable(List<CellResult> results) {
    this.results = results;
  }

  /** Each fault with its cell. */
  List<String> faults() {
    return results.stream()
        .flatMap(result -> result.faults().stream().map(fault -> result.cell() + ": " + fault))
        .toList();
  }

  /** A line for each goal, and one for all. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("VARIANT MATRIX " + line("all goals", results));
    for (MatrixGoal goal : MatrixGoal.values()) {
      List<CellResult> its =
          results.stream().filter(result -> result.cell().goal() == goal).toList();
      lines.add("  " + line(goal.label(), its));
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static String line(String name, List<CellResult> results) {
    long variants = results.stream().map(result -> result.cell().variants()).distinct().count();
    long right = results.stream().filter(CellResult::isRight).count();
    long refused = results.stream().filter(result -> !result.refusal().isEmpty()).count();
    return "%-28s %4d cells, %3d choices of variants, %4d right, %3d of them stopped as they should"
        .formatted(name, results.size(), variants, right, refused);
  }
}
