package io.github.hybridnet.maven;

import io.github.hybridnet.app.DeclarationReader;
import io.github.hybridnet.config.file.ParameterFileSelection;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parameter files without Azure, in under a second. Reports all problems at once, each
 * with its file, line and column, and a fix. Errors fail the build; warnings do so with {@code
 * hybridnet.failOnWarning}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public class ValidateMojo extends HybridnetMojo {

  /**
   * The directory of the ARM parameter files: {@code virtualNetwork.parameters.json}, {@code
   * virtualNetworkGateway-vpn.parameters.json}, {@code
   * virtualNetworkGateway-expressRoute.parameters.json}, {@code
   * expressRouteCircuit.parameters.json} and, optional, {@code
   * networkSecurityGroups.parameters.json}.
   */
  @Parameter(property = "hybridnet.parametersDirectory", defaultValue = "src/main/hybridnet")
  private File parametersDirectory;

  /**
   * The resource group to deploy to. If set, it replaces the resource group in the gateway files,
   * with a warning. A {@code resourceGroup} in the circuit's file still applies to the circuit.
   */
  @Parameter(property = "hybridnet.resourceGroup")
  private @Nullable String resourceGroup;

  /** Whether warnings about the parameter files fail the build, as errors do. */
  @Parameter(property = "hybridnet.failOnWarning", defaultValue = "false")
  private boolean failOnWarning;

  /**
   * Whether retired SKUs of the VPN gateway are replaced by their successors in memory, with a
   * warning, instead of failing the build: {@code Standard} by {@code VpnGw1AZ}, {@code
   * HighPerformance} by {@code VpnGw2AZ}, {@code VpnGw1} by {@code VpnGw1AZ} and so on.
   */
  @Parameter(property = "hybridnet.modernise", defaultValue = "false")
  private boolean modernise;

  /** Whether this goal is skipped. */
  @Parameter(property = "hybridnet.validate.skip", defaultValue = "false")
  private boolean skipValidate;

  @Override
  boolean skipsThisGoal() {
    return skipValidate;
  }

  @Override
  DeclarationParameters declaration() {
    return new DeclarationParameters(
        parametersDirectory.toPath(),
        resourceGroup,
        new DeclarationReader.Strictness(modernise, failOnWarning));
  }

  @Override
  void run() {
    var unused = declaration().read(ParameterFileSelection.NETWORK, this);
  }
}
