package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.LenientSecretResolver;
import io.github.hybridnet.app.NetworkSecretResolver;
import io.github.hybridnet.app.ScopeFinder;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.action.DisconnectOptions;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.DrillJournal;
import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.RestoreProcedure;
import io.github.hybridnet.drill.run.RestoreResult;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import io.github.hybridnet.drill.run.UnfinishedDrills;
import io.github.hybridnet.drill.run.UnfinishedDrills.LiveDrillPolicy;
import io.github.hybridnet.drill.run.UnfinishedDrillsResult;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Undoes the unfinished failover drills of a network, before anything else is done to it. */
public final class UnfinishedDrillRecovery {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final RecoveryEnvironment around;

  /**
   * Where and in what time drills are undone.
   *
   * @param journals the directory of all journals, such as {@code .hybridnet}
   * @param time makes the time of one run
   * @param patience how long a restore is tried
   * @param watch how long a drill is watched of which it is not known whether it goes on
   * @param uncut told of a restore that goes on
   * @param seal tells whether tags are signed
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  public record RecoveryEnvironment(
      Path journals,
      Supplier<DrillTime> time,
      RestoreRetryPolicy patience,
      Duration watch,
      UninterruptibleSection uncut,
      MarkerSigner seal,
      boolean noPeeringKey) {
    /** The usual ones, where a peering that is not declared may have a key. */
    public static RecoveryEnvironment usual(
        Path journals, UninterruptibleSection uninterruptibleSection, MarkerSigner signer) {
      return new RecoveryEnvironment(
          journals,
          DrillTime::real,
          RestoreRetryPolicy.STANDARD,
          UnfinishedDrills.DEFAULT_WATCH,
          uninterruptibleSection,
          signer,
          false);
    }

    /** The same where it is known whether a peering that is not declared has no MD5 key. */
    public RecoveryEnvironment withoutPeeringKey(boolean none) {
      return new RecoveryEnvironment(journals, time, patience, watch, uncut, seal, none);
    }
  }

  /** The drills of one cloud. */
  public UnfinishedDrillRecovery(
      CloudSession cloud, EngineOptions options, LineWriter out, RecoveryEnvironment around) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.around = around;
  }

  /**
   * Undoes what was not finished, and yields to a drill that goes on.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5030, HN5041 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void before(HybridNetwork network) throws InterruptedException {
    if (!settle(network, LiveDrillPolicy.YIELD).restored().isEmpty()) {
      out.info("Continuing with this goal.");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("The build was stopped while ExpressRoute was being restored.");
    }
  }

  /**
   * The same before a removal that the user confirmed; before any other only a warning. The tags
   * that tell of a drill go with the resource group, and a circuit that stays may serve other
   * networks, which would be without ExpressRoute for good. Where the circuit alone is declared,
   * there is no network to drill.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN5030, HN5041 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void beforeRemoval(HybridNetwork network, Confirmation confirmation)
      throws InterruptedException {
    String group = network.resourceGroup();
    if (group == null || network.virtualNetwork() == null) {
      return;
    }
    if (confirmation.covers(group)) {
      before(network);
    } else {
      list(network).forEach(out::warn);
    }
  }

  /**
   * Says which drills were not finished, and undoes nothing.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN4011, HN5042 and others
   */
  public void show(HybridNetwork declared) {
    List<String> unfinished = list(declared);
    unfinished.forEach(out::warn);
    if (unfinished.isEmpty()) {
      out.info(
          "Resource group " + declared.resourceGroup() + " has no unfinished failover drill.");
    }
  }

  private List<String> list(HybridNetwork declared) {
    try {
      return unfinished(declared, group(declared)).list();
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private ResourceKey group(HybridNetwork declared) {
    String name = declared.resourceGroup();
    if (name == null) {
      throw GoalProblems.noResourceGroup();
    }
    return new ResourceKey(cloud.subscriptionId(), name, ResourceType.RESOURCE_GROUP, name);
  }

  /** Undoes what was not finished; the outcome is told, and a failure thrown. */
  UnfinishedDrillsResult settle(HybridNetwork declared, LiveDrillPolicy liveDrillPolicy)
      throws InterruptedException {
    try {
      UnfinishedDrillsResult settled =
          unfinished(declared, group(declared)).restoreAll(liveDrillPolicy);
      settled.restored().forEach(this::tell);
      throwFailure(settled);
      return settled;
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private UnfinishedDrills unfinished(HybridNetwork declared, ResourceKey group) {
    DisconnectOptions disconnectOptions =
        new DisconnectOptions(
            options, event -> EngineEventText.write(event, out), around.noPeeringKey());
    DrillPorts drillPorts =
        new DrillPorts(cloud.cloud(), cloud.views(), cloud.drills(), cloud::signIn);
    DrillTime time = around.time().get();
    RestoreProcedure restoreProcedure = new RestoreProcedure(time, around.patience(), out::warn);
    return new UnfinishedDrills(
        new UnfinishedDrills.DrilledNetwork(
            drillPorts, group, () -> target(declared, group), disconnectOptions),
        new DrillLease.LeaseStorage(
            cloud.drills(),
            new DrillJournal(around.journals(), cloud.endpoint()),
            time.sleeper(),
            DrillLease.LeaseStorage.DEFAULT_BEAT,
            around.seal()),
        (disconnectAction, drillRecordStore) ->
            around.uncut().during(() -> restoreProcedure.run(disconnectAction, drillRecordStore)),
        around.watch(),
        out::warn);
  }

  /** Only secrets of which the undo knows nothing may stay in their vaults. */
  DrillTarget target(HybridNetwork declared, ResourceKey group) {
    HybridNetwork network =
        new NetworkSecretResolver(new LenientSecretResolver(cloud, out)::resolve).fetch(declared);
    return new DrillTargetFactory(network, new ScopeFinder(cloud).findStanding(network, group))
        .target();
  }

  private void tell(RestoreResult restoreResult) {
    restoreResult
        .warnings()
        .forEach(w -> out.warn(w.code() + ": " + w.text() + " Fix: " + w.fix()));
    if (restoreResult.isRestored()) {
      out.info(
          restoreResult.wasAway()
              ? "ExpressRoute is restored."
              : "ExpressRoute was not disconnected any more. The drill's records were removed.");
    }
  }

  /** All failures are told; the first is what the goal fails with. */
  private void throwFailure(UnfinishedDrillsResult settled) {
    List<RestoreProblems.Problem> problems =
        Stream.concat(
                settled.restored().stream()
                    .filter(restoreResult -> !restoreResult.isRestored())
                    .map(RestoreProblems::notBack),
                settled.skipped().stream().map(RestoreProblems::left))
            .toList();
    // Somebody who stopped the build must read this, and not that it was stopped; where the process
    // is ending, Maven may not come to say it.
    boolean stopped = !problems.isEmpty() && Thread.interrupted();
    problems.stream()
        .skip(stopped ? 0 : 1)
        .flatMap(problem -> problem.lines().stream())
        .forEach(out::error);
    if (!problems.isEmpty()) {
      throw problems.get(0).failure();
    }
  }
}
