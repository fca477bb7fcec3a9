package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Test;

/**
 * What a goal says of Azure when it is stopped depends on whether it may change something there.
 */
class ChangingGoalsTest {
  private final SettingsDecrypter decrypter = new DefaultSettingsDecrypter(null);

  @Test
  void goalsThatReadChangeNothing() {
    assertThat(
            List.of(
                new ValidateMojo(),
                new PlanMojo(decrypter),
                new StatusMojo(decrypter),
                new VerifyDrillMojo(),
                new ReplayMojo(),
                new SimulateMojo(),
                new StartSimulatorMojo(),
                new StopSimulatorMojo()))
        .noneMatch(HybridnetMojo::mayChange);
  }

  @Test
  void allOthersMayChangeSomething() {
    assertThat(
            List.of(
                new CreateCircuitMojo(decrypter),
                new DeployNetworkMojo(decrypter),
                new DestroyMojo(decrypter),
                new TestFailoverMojo(decrypter),
                new RestoreMojo(decrypter)))
        .allMatch(HybridnetMojo::mayChange);
  }
}
