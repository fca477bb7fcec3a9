package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProvisioningStateTest {
  @Test
  void textsAreReadWithoutRegardToCaseAndInBothSpellings() {
    assertThat(ProvisioningState.of("Succeeded")).isEqualTo(ProvisioningState.SUCCEEDED);
    assertThat(ProvisioningState.of("cancelled")).isEqualTo(ProvisioningState.CANCELED);
    assertThat(ProvisioningState.of("CANCELED")).isEqualTo(ProvisioningState.CANCELED);
    assertThat(ProvisioningState.of(" Deleting ")).isEqualTo(ProvisioningState.DELETING);
    assertThat(ProvisioningState.of("NotSpecified")).isEqualTo(ProvisioningState.OTHER);
    assertThat(ProvisioningState.of(null)).isEqualTo(ProvisioningState.OTHER);
  }

  @Test
  void threeStatesAreChangesAndTwoAreBroken() {
    assertThat(Arrays.stream(ProvisioningState.values()).filter(ProvisioningState::isChanging))
        .containsExactly(
            ProvisioningState.CREATING, ProvisioningState.UPDATING, ProvisioningState.DELETING);
    assertThat(Arrays.stream(ProvisioningState.values()).filter(ProvisioningState::isBroken))
        .containsExactly(ProvisioningState.FAILED, ProvisioningState.CANCELED);
  }
}
