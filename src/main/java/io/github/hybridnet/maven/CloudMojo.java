package io.github.hybridnet.maven;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.DeclarationReader;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.drill.DrillEnvironment;
import io.github.hybridnet.app.drill.UninterruptibleSection;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.recording.CassetteRecorder;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.OperationTimeouts;
import io.github.hybridnet.engine.journal.FileOperationJournal;
import io.github.hybridnet.maven.cloud.CloudOpener;
import io.github.hybridnet.maven.cloud.CloudRequest;
import io.github.hybridnet.maven.cloud.DrillSigningSecret;
import io.github.hybridnet.maven.cloud.ManagedIdentityParameters;
import io.github.hybridnet.maven.cloud.SharedBuildLocks;
import io.github.hybridnet.maven.parameter.TimeoutsParameter;
import io.github.hybridnet.maven.process.GracefulStop;
import io.github.hybridnet.maven.process.LibraryLogLevels;
import io.github.hybridnet.maven.process.MavenVersion;
import io.github.hybridnet.model.HybridNetwork;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The common part of the goals that sign in to a cloud. */
abstract class CloudMojo extends SimulatorAwareMojo {
  /** Longer than a restore is ever tried. */
  private static final Duration UNCUT = Duration.ofDays(1);

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

  /**
   * The cloud: {@code azure}, {@code azure-china}, {@code azure-us-government}, {@code simulator},
   * or the {@code https://} address of an Azure Resource Manager. The simulator is only used if
   * this is {@code simulator}.
   */
  @Parameter(property = "hybridnet.cloud", defaultValue = "azure")
  private String cloud;

  /**
   * The id of the subscription. If unset: {@code AZURE_SUBSCRIPTION_ID}, or the only subscription
   * that the identity can see.
   */
  @Parameter(property = "hybridnet.subscriptionId")
  private @Nullable String subscriptionId;

  /**
   * The id of the tenant. If unset: {@code AZURE_TENANT_ID}, or the tenant in the {@code <server>}
   * entry.
   */
  @Parameter(property = "hybridnet.tenantId")
  private @Nullable String tenantId;

  /**
   * The region, such as {@code westus2}. If unset: the region of the existing network, or else of
   * the resource group. The two can differ.
   */
  @Parameter(property = "hybridnet.location")
  private @Nullable String location;

  /**
   * The id of the {@code <server>} entry in {@code settings.xml} that has a service principal:
   * client id, encrypted client secret and tenant.
   */
  @Parameter(property = "hybridnet.serverId")
  private @Nullable String serverId;

  /**
   * How to sign in: {@code auto}, {@code environment}, {@code workload_identity}, {@code
   * github_actions}, {@code azure_pipelines}, {@code managed_identity}, {@code azure_cli} or {@code
   * service_principal}. {@code auto} uses the {@code <server>} entry if {@code hybridnet.serverId}
   * is set. Otherwise it uses the first configured method of: environment, workload identity,
   * GitHub Actions, Azure Pipelines, a managed identity given by an id, the Azure CLI. No method
   * opens a browser.
   */
  @Parameter(property = "hybridnet.auth.type", defaultValue = "auto")
  private String authType;

  /**
   * The client id of the user-assigned managed identity that signs in. If unset: {@code
   * AZURE_CLIENT_ID}, or the machine's own identity.
   */
  @Parameter(property = "hybridnet.auth.managedIdentity.clientId")
  private @Nullable String managedIdentityClientId;

  /** The object (principal) id of that identity, instead of its client id. */
  @Parameter(property = "hybridnet.auth.managedIdentity.objectId")
  private @Nullable String managedIdentityObjectId;

  /**
   * The resource id of that identity, instead of its client id: {@code
   * /subscriptions/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/name}.
   */
  @Parameter(property = "hybridnet.auth.managedIdentity.resourceId")
  private @Nullable String managedIdentityResourceId;

  /**
   * A PEM file of certificates to trust, for a cloud that is given as an {@code https://} address.
   */
  @Parameter(property = "hybridnet.caCertificates")
  private @Nullable File caCertificates;

  /**
   * A folder to which the goal writes its traffic with the cloud, as a cassette for {@code replay}.
   * Names, ids, addresses and secrets are replaced before anything is written. Each goal writes a
   * file of its own.
   */
  @Parameter(property = "hybridnet.record")
  private @Nullable File record;

  /** The directory for {@code outputs.json}, {@code plan.json} and {@code status.json}. */
  @Parameter(
      property = "hybridnet.outputDirectory",
      defaultValue = "${project.build.directory}/hybridnet")
  private File outputDirectory;

  /** Whether the simulator refuses what Azure has retired, such as old SKUs. */
  @Parameter(property = "hybridnet.simulator.retirements", defaultValue = "true")
  private boolean simulatorRetirements;

  /**
   * How long to wait for each kind of resource, if not the default: {@code
   * virtualNetworkGateway=120m,virtualNetworkGateway.delete=3h,connection=45m}. The defaults are 90
   * minutes for a gateway and 120 minutes for its removal, 30 minutes for a connection, a circuit
   * and its parts, and 15 minutes for everything else. A timeout only ends the wait: the operation
   * continues in Azure, and the next run waits for it.
   */
  @Parameter(property = "hybridnet.timeouts")
  private @Nullable String timeouts;

  /**
   * The directory that records running operations and drills, so that the next run can continue
   * after a crash. If unset: {@code .hybridnet} in the project's base directory, or in the working
   * directory when there is no POM.
   */
  @Parameter(property = "hybridnet.journalDirectory")
  private @Nullable File journalDirectory;

  /**
   * The id of the {@code <server>} entry in {@code settings.xml} whose password signs the tags of
   * failover drills. If a secret is configured, drills of other machines are undone only if their
   * tags are signed with it. If unset: the environment variable {@code HYBRIDNET_DRILL_SECRET}.
   * Without a secret, tags are not signed.
   */
  @Parameter(property = "hybridnet.failover.signingServerId")
  private @Nullable String signingServerId;

  /** The module that this goal runs in. Maven sets this field; null where there is no POM. */
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  private final SettingsDecrypter decrypter;
  private final UninterruptibleSection uninterruptibleSection = new UninterruptibleSection();

  CloudMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  final DeclarationParameters declaration() {
    return new DeclarationParameters(
        parametersDirectory.toPath(),
        resourceGroup,
        new DeclarationReader.Strictness(modernise, failOnWarning));
  }

  /** Whether a file is there. */
  final boolean has(ParameterFile file) {
    return declaration().has(file);
  }

  /** Reads and validates the files that the goal needs; problems are shown and fail the goal. */
  final HybridNetwork declared(ParameterFileSelection files) {
    return declaration().read(files, this);
  }

  /** Where drills run and are undone. The end of the process waits for them. */
  final DrillEnvironment drillEnvironment() {
    return DrillEnvironment.usual(
        journalDirectory(),
        MachineName.in(System.getenv()),
        uninterruptibleSection,
        markerSigner());
  }

  /** Signs the tags of failover drills, if a secret is configured. */
  final MarkerSigner markerSigner() {
    return new DrillSigningSecret(session(), decrypter, System.getenv()).signer(signingServerId);
  }

  /** Signs in to the cloud, and shows to which. */
  final CloudSession open() {
    LibraryLogLevels.quieten(
        getLog().isDebugEnabled(), MavenVersion.of(session()), System.getProperties());
    CloudSession open =
        new CloudOpener(session(), decrypter, System.getenv()).open(signIn(), listener());
    open.banner().forEach(out()::info);
    return open;
  }

  private TrafficListener listener() {
    Path folder = recordings();
    return folder == null
        ? TrafficListener.NONE
        : new CassetteRecorder(
            folder, execution().getGoal(), InstantSource.system().instant(), out()::warn);
  }

  /** Where traffic is recorded; null where it is not. */
  final @Nullable Path recordings() {
    return record == null ? null : PomlessPaths.below(record);
  }

  /** To which cloud the goal signs in, and how. */
  final CloudRequest signIn() {
    return new CloudRequest(
        cloud,
        subscriptionId,
        tenantId,
        authType,
        new ManagedIdentityParameters(
            managedIdentityClientId, managedIdentityObjectId, managedIdentityResourceId),
        serverId,
        path(caCertificates),
        simulatorOptions().withRetirements(simulatorRetirements));
  }

  /** How long each kind of resource is waited for. */
  final OperationTimeouts limits() {
    return TimeoutsParameter.parse(timeouts);
  }

  /** How a goal reads that writes nothing: the user's time-outs, and no memory of operations. */
  final EngineOptions readingOptions() {
    return EngineOptions.standard().with(limits());
  }

  /** How plans are carried out: time-outs, the journal, and what the goals of a build share. */
  final EngineOptions engineOptions(CloudSession open) {
    FileOperationJournal journal =
        new FileOperationJournal(
            journalDirectory(), open.endpoint(), InstantSource.system(), out()::warn);
    return EngineOptions.standard()
        .with(limits())
        .with(journal)
        .with(SharedBuildLocks.of(session(), open.endpoint()));
  }

  final Path journalDirectory() {
    if (journalDirectory != null) {
      return journalDirectory.toPath();
    }
    File base = project == null ? null : project.getBasedir();
    Path parent = base == null ? Path.of(session().getExecutionRootDirectory()) : base.toPath();
    return parent.resolve(".hybridnet");
  }

  @Override
  final void runStoppable() throws InterruptedException {
    GracefulStop.during(
        this::run,
        this::leaveWithin,
        () -> String.valueOf(interrupted().getMessage()).lines().forEach(out()::error));
  }

  /**
   * How long the end of the process waits until the goal has shown what is still running in the
   * cloud.
   */
  private Duration leaveWithin() {
    return uninterruptibleSection.isGoingOn() ? UNCUT : LEAVE_WITHIN;
  }

  final @Nullable String location() {
    return location == null || location.isBlank() ? null : location;
  }

  final OutputsPublisher results() {
    return new OutputsPublisher(
        outputs(),
        (name, value) -> {
          if (project != null) {
            project.getProperties().setProperty(name, value);
          }
        },
        out());
  }

  /** Where files for other programs go. */
  final Path outputs() {
    return PomlessPaths.below(outputDirectory);
  }

  private static @Nullable Path path(@Nullable File file) {
    return file == null ? null : file.toPath();
  }
}
