package io.github.hybridnet.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.declared.DeploymentScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentMessagesTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "rg", new Region("westus2"));

  @Test
  void assumptions() {
    assertThat(DeploymentMessages.zonesNotReported(SCOPE.withZones(List.of("1", "2"))))
        .isEqualTo(
            "Azure did not report the availability zones of region 'westus2'. New public IP"
                + " addresses are requested in zones 1, 2, and without zones if Azure refuses"
                + " that.");
    assertThat(
            DeploymentMessages.circuitAssumed(
                new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc")))
        .isEqualTo(
            "This identity cannot read the ExpressRoute circuit 'erc'. The circuit is assumed to be"
                + " provisioned, because the parameter files have an authorization key.");
    assertThat(DeploymentMessages.unfinishedDrill("d-1"))
        .isEqualTo(
            "The failover drill 'd-1' is unfinished. hybridnet:deploy-network restores ExpressRoute"
                + " first, if the disconnected resource is in the parameter files, and then reads"
                + " the circuit.");
  }

  @Test
  void conclusions() {
    assertThat(DeploymentMessages.matches(false, true))
        .isEqualTo("The network matches the parameter files. No changes.");
    assertThat(DeploymentMessages.matches(false, false))
        .isEqualTo("The network matches the parameter files.");
    assertThat(DeploymentMessages.matches(true, false))
        .isEqualTo("Everything except the ExpressRoute connection matches the parameter files.");
    assertThat(DeploymentMessages.commands(List.of("hybridnet:a -Dx=y", "hybridnet:b")))
        .isEqualTo(
            "Nothing was changed. To carry out this plan, run: hybridnet:a -Dx=y, then"
                + " hybridnet:b");
  }
}
