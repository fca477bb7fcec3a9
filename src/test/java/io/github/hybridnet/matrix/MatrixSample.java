package io.github.hybridnet.matrix;

import io.github.hybridnet.survival.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chooses the cells of a run. */
final class MatrixSample {
  private static final int FEW = 3;
  private static final int PAIRS = 60;

  private MatrixSample() {}

  /**
   * In each build a few; before a change lands every variant by itself and some pairs; else all.
   * {@code -Dmatrix.only=TEXT} chooses those of single variants whose name has the text, or of
   * pairs if the text has a comma.
   */
  static List<MatrixCell> of(Extent extent, Random random) {
    List<MatrixCell> cells = new ArrayList<>(MatrixCell.of(MatrixCell.singles()));
    List<MatrixCell> pairs = MatrixCell.of(MatrixCell.pairs());
    Collections.shuffle(pairs, random);
    switch (extent) {
      case SMOKE -> {
        Collections.shuffle(cells, random);
        cells.subList(FEW, cells.size()).clear();
      }
      case SAMPLE -> cells.addAll(pairs.subList(0, PAIRS));
      case EXHAUSTIVE -> cells.addAll(pairs);
    }
    String only = System.getProperty("matrix.only", "");
    if (!only.isEmpty()) {
      boolean together = only.contains(",");
      cells = new ArrayList<>(MatrixCell.of(together ? MatrixCell.pairs() : MatrixCell.singles()));
      Set<String> words = Set.copyOf(Arrays.asList(only.replace('_', ' ').split(";")));
      cells.removeIf(cell -> words.stream().noneMatch(cell.toString()::contains));
    }
    return cells;
  }
}
