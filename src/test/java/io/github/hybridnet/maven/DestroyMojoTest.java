package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed, by the files that are there. */
@MojoTest
class DestroyMojoTest {
  private static final Path REFERENCE = Path.of("src/it/quickstart/src/main/hybridnet");
  private static final Path PUBLISHED = Path.of("src/test/resources/reference");
  private static final Set<ParameterFile> NETWORK =
      EnumSet.of(
          ParameterFile.VIRTUAL_NETWORK,
          ParameterFile.VPN_GATEWAY,
          ParameterFile.EXPRESS_ROUTE_GATEWAY);

  @TempDir Path directory;

  private HybridNetwork removed(DestroyMojo mojo, Set<ParameterFile> files) throws IOException {
    for (ParameterFile file : files) {
      boolean group = file == ParameterFile.NETWORK_SECURITY_GROUPS;
      Files.copy(
          (group ? PUBLISHED : REFERENCE).resolve(file.fileName()),
          directory.resolve(file.fileName()));
    }
    HarnessSession.prepare(mojo.session());
    mojo.setPluginContext(new HashMap<>());
    MojoFields.put(mojo, "modernise", true);
    MojoFields.put(mojo, "parametersDirectory", directory.toFile());
    return mojo.declaredForRemoval();
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void theCircuitAloneIsRemovedWhereOnlyItsFileIsThere(DestroyMojo mojo) throws IOException {
    HybridNetwork removed = removed(mojo, EnumSet.of(ParameterFile.CIRCUIT));
    assertThat(removed.circuits()).hasSize(1);
    assertThat(removed).isEqualTo(removed.circuitsAlone());
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void theWholeNetworkIsRemovedWhereAllFilesAreThere(DestroyMojo mojo) throws IOException {
    Set<ParameterFile> all = EnumSet.copyOf(NETWORK);
    all.add(ParameterFile.CIRCUIT);
    assertThat(removed(mojo, all)).hasNoNullFieldsOrPropertiesExcept("networkSecurityGroups");
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void aCircuitWithoutAFileIsNotRemoved(DestroyMojo mojo) throws IOException {
    HybridNetwork removed = removed(mojo, NETWORK);
    assertThat(removed.circuits()).isEmpty();
    assertThat(removed.virtualNetwork()).isNotNull();
    assertThat(removed.vpn()).isNotNull();
    assertThat(removed.expressRoute()).isNotNull();
  }

  private void isRefused(DestroyMojo mojo, Set<ParameterFile> files) {
    assertThatThrownBy(() -> removed(mojo, files))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN1000:");
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void aCircuitAndAVirtualNetworkAreNoCircuitAlone(DestroyMojo mojo) {
    isRefused(mojo, EnumSet.of(ParameterFile.CIRCUIT, ParameterFile.VIRTUAL_NETWORK));
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void aCircuitAndAVpnGatewayAreNoCircuitAlone(DestroyMojo mojo) {
    isRefused(mojo, EnumSet.of(ParameterFile.CIRCUIT, ParameterFile.VPN_GATEWAY));
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void aCircuitAndAnExpressRouteGatewayAreNoCircuitAlone(DestroyMojo mojo) {
    isRefused(mojo, EnumSet.of(ParameterFile.CIRCUIT, ParameterFile.EXPRESS_ROUTE_GATEWAY));
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void aCircuitAndSecurityGroupsAreNoCircuitAlone(DestroyMojo mojo) {
    isRefused(mojo, EnumSet.of(ParameterFile.CIRCUIT, ParameterFile.NETWORK_SECURITY_GROUPS));
  }

  @Test
  @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
  void withoutFilesNothingIsRemoved(DestroyMojo mojo) {
    isRefused(mojo, EnumSet.noneOf(ParameterFile.class));
  }
}
