package io.github.hybridnet.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.survival.Extent;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every goal is right with every way in which Azure may behave: it ends as it should or says what
 * it does not know, and nothing is written twice, lost or left behind. How much is tried says
 * {@link Extent}.
 */
class VariantMatrixTest {
  private final Extent extent = Extent.chosen();
  private final long seed = Extent.seed();

  @Test
  void goalsAreRightWithEveryVariant(@TempDir Path directory) throws Exception {
    List<MatrixCell> cells = MatrixSample.of(extent, new Random(seed));
    List<CellResult> results = new MatrixWorkers(directory, workers()).results(cells);
    MatrixTable table = new MatrixTable(results);
    System.out.println(table.text());
    assertThat(results).hasSameSizeAs(cells);
    assertThat(table.faults()).as("-Dsurvival.seed=" + seed).isEmpty();
  }

  private int workers() {
    return extent == Extent.SMOKE ? 1 : Runtime.getRuntime().availableProcessors();
  }
}
