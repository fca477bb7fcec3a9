package io.github.hybridnet.app.drill;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.LenientSecretResolver;
import io.github.hybridnet.app.ScopeFinder;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.run.RestoreProcedure;
import io.github.hybridnet.drill.run.RestoreResult;
import io.github.hybridnet.drill.run.UnfinishedDrills;
import io.github.hybridnet.drill.run.UnfinishedDrills.LiveDrillPolicy;
import io.github.hybridnet.drill.run.UnfinishedDrillsResult;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import java.util.List;
import java.util.stream.Stream;

/** Undoes the unfinished failover drills of a network. */
public final class UnfinishedDrillRecovery {
  private final CloudSession cloud;
  private final LineWriter out;
  private final DrillEnvironment environment;
  private final DrillComponentsFactory factory;

  /**
   * The drills of one cloud.
   *
   * @param options how resources are written
   * @param environment where and in what time drills are undone
   * @param noPeeringKey whether a peering that is not declared has no MD5 key
   */
  public UnfinishedDrillRecovery(
      CloudSession cloud,
      EngineOptions options,
      LineWriter out,
      DrillEnvironment environment,
      boolean noPeeringKey) {
    this.cloud = cloud;
    this.out = out;
    this.environment = environment;
    this.factory = new DrillComponentsFactory(cloud, options, out, environment, noPeeringKey);
  }

  /**
   * Restores ExpressRoute before a goal changes the network. A drill that is still running is left
   * alone, and the goal stops.
   *
   * @throws io.github.hybridnet.text.UserException HN5030, HN5041 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void recover(HybridNetwork network) throws InterruptedException {
    if (!restoreAll(network, LiveDrillPolicy.STOP_GOAL).restored().isEmpty()) {
      out.info(DrillGoalMessages.CONTINUING);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException(
          "The build was stopped while ExpressRoute was being restored.");
    }
  }

  /**
   * Does the same before a removal that the user confirmed; otherwise only warns. The tags that
   * record a drill are removed with the resource group, and a circuit that stays may serve other
   * networks, which would then be without ExpressRoute for good. Where only the circuit is
   * declared, there is no drill to undo.
   *
   * @throws io.github.hybridnet.text.UserException HN5030, HN5041 and others
   * @throws InterruptedException when the build is stopped; never in the middle of a restore
   */
  public void recoverBeforeRemoval(HybridNetwork network, Confirmation confirmation)
      throws InterruptedException {
    String group = network.resourceGroup();
    if (group == null || network.virtualNetwork() == null) {
      return;
    }
    if (confirmation.covers(group)) {
      recover(network);
    } else {
      list(network).forEach(out::warn);
    }
  }

  /**
   * Shows the unfinished drills, and changes nothing.
   *
   * @throws io.github.hybridnet.text.UserException HN4011, HN5042 and others
   */
  public void show(HybridNetwork declared) {
    List<String> unfinished = list(declared);
    unfinished.forEach(out::warn);
    if (unfinished.isEmpty()) {
      out.info(DrillGoalMessages.noUnfinishedDrill(group(declared).name()));
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

  /** Restores ExpressRoute, shows the outcome, and fails if anything is not restored. */
  UnfinishedDrillsResult restoreAll(HybridNetwork declared, LiveDrillPolicy liveDrillPolicy)
      throws InterruptedException {
    try {
      UnfinishedDrillsResult settled =
          unfinished(declared, group(declared)).restoreAll(liveDrillPolicy);
      settled.restored().forEach(this::show);
      throwFailure(settled);
      return settled;
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  /**
   * Whether ExpressRoute is disconnected as a drill would do it: the peering is disabled, or the
   * gateway has no connection. Where that cannot be read, it is not.
   */
  boolean isDisconnected(HybridNetwork declared) throws InterruptedException {
    ResourceKey group = group(declared);
    try {
      if (cloud.cloud().read(group).isEmpty()) {
        return false;
      }
      for (DrillTarget target : targets(declared, group)) {
        if (isDisconnected(DisconnectMethod.PEERING, target)
            || isDisconnected(DisconnectMethod.CONNECTION, target)) {
          return true;
        }
      }
      return false;
    } catch (CloudException unread) {
      return false;
    }
  }

  private boolean isDisconnected(DisconnectMethod method, DrillTarget target)
      throws InterruptedException {
    DisconnectAction action =
        DisconnectActions.of(method, factory.ports(), target, factory.disconnectOptions());
    return !action.hasNothingToRestore() && action.isDisconnected();
  }

  private UnfinishedDrills unfinished(HybridNetwork declared, ResourceKey group) {
    DrillTime time = environment.clocks().get().time();
    RestoreProcedure procedure = factory.restoreProcedure(time);
    return new UnfinishedDrills(
        new UnfinishedDrills.DrilledNetwork(
            factory.ports(), group, () -> targets(declared, group), factory.disconnectOptions()),
        factory.leaseStorage(time),
        (action, records) -> environment.section().during(() -> procedure.run(action, records)),
        environment.watch(),
        out::warn);
  }

  /** A secret that cannot be fetched is left out: the restore does not need it. */
  List<DrillTarget> targets(HybridNetwork declared, ResourceKey group) {
    HybridNetwork network = declared.mapSecrets(new LenientSecretResolver(cloud, out)::resolve);
    return new DrillTargetFactory(network, new ScopeFinder(cloud).findStanding(network, group))
        .targets();
  }

  private void show(RestoreResult restoreResult) {
    restoreResult.warnings().forEach(warning -> out.warn(warning.withFix()));
    if (restoreResult.isRestored()) {
      out.info(DrillGoalMessages.restored(restoreResult.wasDisconnected()));
    }
  }

  /** All failures are shown; the first is the one the goal fails with. */
  private void throwFailure(UnfinishedDrillsResult settled) {
    List<RestoreProblems.Problem> problems =
        Stream.concat(
                settled.restored().stream()
                    .filter(restoreResult -> !restoreResult.isRestored())
                    .map(RestoreProblems::notBack),
                settled.skipped().stream().map(RestoreProblems::left))
            .toList();
    // A user who stopped the build must read this, and not that it was stopped. If the process
    // is ending, Maven may not show it.
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
