package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.ActualStateReader;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replacements against the simulator, which refuses to remove or to change what is in use. */
class SimulatedReplacementTest {
  private static final EngineOptions OPTIONS = EngineOptions.standard();

  @TempDir private Path directory;

  private CloudSession cloud;

  @BeforeEach
  void theReferenceNetworkStands() throws Exception {
    cloud = SimulatedClouds.open(standing());
    assertThat(plan(Map.of()).isEmpty()).isTrue();
  }

  private SimulatorOptions standing() throws Exception {
    Path simulator = DeployedNetwork.REFERENCE.into(directory.resolve("simulator"));
    return SimulatorOptions.in(simulator).withSpeed(3000);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private HybridNetwork network(Map<String, String> replacements) throws IOException {
    ParameterFilesCopy files = ParameterFilesCopy.below(directory);
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      files.replace(each.getKey(), each.getValue());
    }
    return files.network();
  }

  private Plan plan(Map<String, String> replacements) throws Exception {
    HybridNetwork network = network(replacements);
    DeploymentScope deploymentScope =
        new DeploymentScope(
            cloud.subscriptionId(), String.valueOf(network.resourceGroup()), new Region("westus2"));
    List<DeclaredResource> desired =
        new NetworkResources(network, deploymentScope).network(NetworkResources.Options.ALL);
    return new Planner()
        .plan(desired, new ActualStateReader(cloud.cloud(), OPTIONS, e -> {}).readFor(desired));
  }

  private EngineResult carryOut(Plan plan) throws InterruptedException {
    return new Engine(cloud.cloud(), OPTIONS, e -> {}).run(plan);
  }

  private void carriesOut(Map<String, String> replacements, String... removed) throws Exception {
    Plan plan = plan(replacements);
    assertThat(plan.removals())
        .extracting(ResourceRemoval::key)
        .extracting(ResourceKey::name)
        .containsExactlyInAnyOrder(removed);
    EngineResult result = carryOut(plan);
    assertThat(result.failures()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(plan(replacements).isEmpty()).isTrue();
  }

  @Test
  void aSkuThatCannotBeResized() throws Exception {
    carriesOut(
        Map.of(
            "\"ExpressRoute\",\n"
                + "        \"vpnType\": \"RouteBased\",\n"
                + "        \"sku\": \"Standard\"",
            "\"ExpressRoute\",\n"
                + "        \"vpnType\": \"RouteBased\",\n"
                + "        \"sku\": \"ErGw1AZ\""),
        "ra-hybrid-er-cn",
        "ra-hybrid-er-vgw");
  }

  @Test
  void aGatewaySubnetThatChanges() throws Exception {
    carriesOut(
        Map.of("10.0.255.224/27", "10.0.255.192/26"),
        "ra-hybrid-vpn-cn",
        "ra-hybrid-vpn-vgw",
        "ra-hybrid-er-cn",
        "ra-hybrid-er-vgw");
  }

  @Test
  void aGatewayOfAnotherName() throws Exception {
    Plan plan = plan(Map.of("ra-hybrid-vpn-vgw", "new-vpn-vgw"));
    assertThat(plan.with(ResourceChange.Action.CREATE))
        .extracting(c -> c.key().name())
        .containsExactly("new-vpn-vgw-pip", "new-vpn-vgw");
    carriesOut(Map.of("ra-hybrid-vpn-vgw", "new-vpn-vgw"), "ra-hybrid-vpn-cn", "ra-hybrid-vpn-vgw");
  }
}
