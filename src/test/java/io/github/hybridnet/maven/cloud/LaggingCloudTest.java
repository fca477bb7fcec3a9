package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud that does not have the versions of Azure's interfaces that the models are made for. */
class LaggingCloudTest {
  private static final String CIRCUIT = "ra-hybrid-vpn-er-erc";

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new CircuitRig(directory);
    rig.admin().put("versions", "{\"newest\":\"2024-03-31\"}");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void getsTheReferenceNetworkWithOlderVersions() throws Exception {
    rig.create(false, false);
    rig.admin().provider(CIRCUIT, "Provisioned");
    rig.create(false, false);
    rig.deploy();
    ResourceKey connection =
        new ResourceKey(
            rig.cloud.subscriptionId(),
            "ra-hybrid-vpn-er-rg",
            ResourceType.CONNECTION,
            "ra-hybrid-er-cn");
    assertThat(rig.resources().read(connection)).isPresent();
  }

  @Test
  void refusesWithoutTheListAndSaysWhy() throws Exception {
    rig.admin()
        .put(
            "permissions",
            "{\"value\":[{\"actions\":[\"*\"],"
                + "\"notActions\":[\"Microsoft.Network/read\",\"Microsoft.Resources/read\"]}]}");
    assertThatThrownBy(() -> rig.create(false, false))
        .hasMessageStartingWith("HN4011: ")
        .hasMessageContaining(
            "This cloud does not offer version 2025-04-01 of Azure's interface for"
                + " Microsoft.Resources/resourceGroups; the provider's list of versions could not"
                + " be read (AuthorizationFailed)");
  }
}
