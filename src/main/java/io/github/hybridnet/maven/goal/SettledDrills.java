package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.Restoration;
import io.github.hybridnet.failover.RestorePatience;
import io.github.hybridnet.failover.Restored;
import io.github.hybridnet.failover.Settlement;
import io.github.hybridnet.failover.UnfinishedDrills;
import io.github.hybridnet.failover.UnfinishedDrills.Manner;
import io.github.hybridnet.failover.journal.DrillFiles;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.journal.MarkerSeal;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Undoes the unfinished failover drills of a network, before anything else is done to it. */
public final class SettledDrills {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Surroundings around;

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
  public record Surroundings(
      Path journals,
      Supplier<DrillTime> time,
      RestorePatience patience,
      Duration watch,
      Uncut uncut,
      MarkerSeal seal,
      boolean noPeeringKey) {
    /** The usual ones, where a peering that is not declared may have a key. */
    public static Surroundings usual(Path journals, Uncut uncut, MarkerSeal seal) {
      return new Surroundings(
          journals,
          DrillTime::real,
          RestorePatience.STANDARD,
          UnfinishedDrills.USUAL_WATCH,
          uncut,
          seal,
          false);
    }

    /** The same where it is known whether a peering that is not declared has no MD5 key. */
    public Surroundings withoutPeeringKey(boolean none) {
      return new Surroundings(journals, time, patience, watch, uncut, seal, none);
    }
  }

  /** The drills of one cloud. */
  public SettledDrills(
      OpenCloud cloud, EngineOptions options, LineWriter out, Surroundings around) {
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
    if (!settle(network, Manner.YIELD).restored().isEmpty()) {
      out.info("The goal goes on.");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("The build was stopped while ExpressRoute was put back.");
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
          "No failover drill of resource group " + declared.resourceGroup() + " is unfinished.");
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
  Settlement settle(HybridNetwork declared, Manner manner) throws InterruptedException {
    try {
      Settlement settled = unfinished(declared, group(declared)).settle(manner);
      settled.restored().forEach(this::tell);
      throwFailure(settled);
      return settled;
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private UnfinishedDrills unfinished(HybridNetwork declared, ResourceKey group) {
    LeverWorkings workings =
        new LeverWorkings(options, event -> EventText.write(event, out), around.noPeeringKey());
    Ports ports = new Ports(cloud.cloud(), cloud.views(), cloud.drills(), cloud::signIn);
    DrillTime time = around.time().get();
    Restoration restoration = new Restoration(time, around.patience(), out::warn);
    return new UnfinishedDrills(
        new UnfinishedDrills.Network(ports, group, () -> target(declared, group), workings),
        new DrillGuard.Place(
            cloud.drills(),
            new DrillFiles(around.journals(), cloud.endpoint()),
            time.sleeper(),
            DrillGuard.Place.USUAL_BEAT,
            around.seal()),
        (lever, trace) -> around.uncut().during(() -> restoration.run(lever, trace)),
        around.watch(),
        out::warn);
  }

  /** Only secrets of which the undo knows nothing may stay in their vaults. */
  DrillTarget target(HybridNetwork declared, ResourceKey group) {
    HybridNetwork network = new Secrets(new LenientVault(cloud, out)::resolve).fetch(declared);
    return new DrillTargets(network, new ScopeFinder(cloud).findStanding(network, group)).target();
  }

  private void tell(Restored restored) {
    restored.warnings().forEach(w -> out.warn(w.code() + ": " + w.text() + " Fix: " + w.fix()));
    if (restored.isBack()) {
      out.info(
          restored.wasAway()
              ? "ExpressRoute is put back."
              : "ExpressRoute was not away (any more); the drill's traces are removed.");
    }
  }

  /** All failures are told; the first is what the goal fails with. */
  private void throwFailure(Settlement settled) {
    List<RestoreProblems.Problem> problems =
        Stream.concat(
                settled.restored().stream()
                    .filter(restored -> !restored.isBack())
                    .map(RestoreProblems::notBack),
                settled.left().stream().map(RestoreProblems::left))
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
