package io.github.hybridnet.maven;

import io.github.hybridnet.app.DeclarationReader;
import io.github.hybridnet.app.FindingsAlreadyShown;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.maven.parameter.MavenPropertyLookup;
import io.github.hybridnet.model.HybridNetwork;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What goals that read the parameter files have in common. */
abstract class DeclarationMojo extends HybridnetMojo {

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
   * The resource group to deploy to. Where it is set, it outranks that of the gateway files, with a
   * warning; a group of the circuit's own stays.
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

  @Override
  final List<MavenProject> otherModules() {
    return new ReactorModules(session(), execution()).withFiles();
  }

  @Override
  final boolean isMeantHere() {
    return Files.exists(parametersDirectory.toPath());
  }

  /** Whether a file is there. */
  final boolean has(ParameterFile file) {
    return Files.exists(parametersDirectory.toPath().resolve(file.fileName()));
  }

  /** Reads and validates the files that the goal needs; problems are shown and fail the goal. */
  final HybridNetwork declared(ParameterFileSelection files) {
    return new DeclarationReader(configuration(files), strictness(), shown(), out()).read();
  }

  /** What is read: the files, and the values of their placeholders. */
  final ConfigurationReader.Request configuration(ParameterFileSelection files) {
    return new ConfigurationReader.Request(
        parametersDirectory.toPath(),
        files,
        resourceGroup,
        new MavenPropertyLookup(session(), execution(), System.getenv()),
        System.getenv()::get);
  }

  /** How the files are judged. */
  final DeclarationReader.Strictness strictness() {
    return new DeclarationReader.Strictness(modernise, failOnWarning);
  }

  private FindingsAlreadyShown shown() {
    return new FindingsAlreadyShown(Path.of(session().getExecutionRootDirectory()), memory());
  }
}
