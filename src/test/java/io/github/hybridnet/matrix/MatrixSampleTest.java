package io.github.hybridnet.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.survival.Extent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatrixSampleTest {
  @Test
  void everyGoalMeetsEveryUnusualValueBeforeAChangeLands() {
    List<MatrixCell> cells = MatrixSample.of(Extent.SAMPLE, new Random(1));
    for (AzureVariant variant : AzureVariant.values()) {
      for (String value : variant.choices().subList(1, variant.choices().size())) {
        assertThat(cells)
            .filteredOn(cell -> cell.variants().size() == 1 && cell.plays(variant, value))
            .hasSameSizeAs(MatrixGoal.values());
      }
    }
    assertThat(cells).filteredOn(cell -> cell.variants().size() == 2).isNotEmpty();
  }

  @Test
  void aSeedChoosesTheSamePairsAgain() {
    assertThat(MatrixSample.of(Extent.SAMPLE, new Random(5)))
        .isEqualTo(MatrixSample.of(Extent.SAMPLE, new Random(5)));
  }

  @Test
  void allPairsAreOfTwoVariants() {
    assertThat(MatrixCell.pairs()).allSatisfy(pair -> assertThat(pair).hasSize(2));
  }
}
