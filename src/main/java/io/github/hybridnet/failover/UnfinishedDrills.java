package io.github.hybridnet.failover;

import io.github.hybridnet.failover.Settlement.Left;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.journal.DrillLock.Life;
import io.github.hybridnet.failover.journal.DrillProblems;
import io.github.hybridnet.failover.journal.DrillRecord;
import io.github.hybridnet.failover.journal.Marker;
import io.github.hybridnet.failover.journal.MarkerSeal.Origin;
import io.github.hybridnet.failover.journal.StandingTrace;
import io.github.hybridnet.failover.journal.Trace;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.failover.lever.Levers;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds drills of a network that were not finished, by this machine's journal and by the markers in
 * Azure, and undoes them.
 */
public final class UnfinishedDrills {
  private final Network network;
  private final DrillGuard.Place place;
  private final Restorer restorer;
  private final Duration watch;
  private final Consumer<String> tell;
  private final DrillSearch search;

  /**
   * The network.
   *
   * @param ports the cloud
   * @param group its resource group, which holds the markers
   * @param target what is declared; asked for only when there is something to undo
   * @param workings what levers work with
   */
  public record Network(
      Ports ports, ResourceKey group, Supplier<DrillTarget> target, LeverWorkings workings) {}

  /** Puts ExpressRoute back. */
  @FunctionalInterface
  public interface Restorer {
    /** Does what {@link Restoration#run} does. */
    Restored run(Lever lever, Trace trace);
  }

  /** What is done about a drill that goes on. */
  public enum Manner {
    /** It is left alone, and the goal stops. */
    YIELD,
    /** It is undone at once: that is what the user asked for. */
    INSIST
  }

  /** How long a marker is watched by default: three times what a live drill needs to renew it. */
  public static final Duration USUAL_WATCH = DrillGuard.Place.USUAL_BEAT.multipliedBy(3);

  /**
   * The unfinished drills of a network.
   *
   * @param watch how long a marker is watched of which it is not known whether its drill lives
   * @param tell told of what is found and done, in sentences
   */
  public UnfinishedDrills(
      Network network,
      DrillGuard.Place place,
      Restorer restorer,
      Duration watch,
      Consumer<String> tell) {
    this.network = network;
    this.search = new DrillSearch(network.ports(), network.group(), place.files());
    this.place = place;
    this.restorer = restorer;
    this.watch = watch;
    this.tell = tell;
  }

  /**
   * Finds and undoes them. Once a restore has begun it is not cut off; an interruption counts
   * before and after it. What is not understood, or may be written by somebody else, is left alone
   * and keeps no other drill from being undone.
   *
   * @return what came of each; empty when there was none
   * @throws HybridnetException HN5041 when one goes on, unless the user insists
   * @throws io.github.hybridnet.engine.CloudException when the group cannot be read
   * @throws InterruptedException when the build is stopped
   */
  public Settlement settle(Manner manner) throws InterruptedException {
    DrillSearch.Found found = search.find();
    Map<String, FoundDrill> drills = found.drills();
    if (manner == Manner.YIELD) {
      yieldToLive(drills);
    }
    List<Restored> restored = new ArrayList<>();
    List<String> cleared = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    Map<String, Finding> problems = new LinkedHashMap<>(found.problems());
    drills.forEach(
        (id, drill) -> {
          if (!drill.isArmed()) {
            if (isCleared(drill.record())) {
              cleared.add(id);
            }
            return;
          }
          Optional<Left> doubt = doubt(drill);
          doubt.ifPresent(left::add);
          Optional<Restored> outcome =
              doubt.isPresent() ? Optional.empty() : Optional.of(undo(id, drill));
          outcome.ifPresent(restored::add);
          if (outcome.filter(Restored::isBack).isPresent()) {
            // Its traces are removed, whatever they said.
            problems.remove(id);
          }
        });
    problems.values().forEach(problem -> left.add(new Left(problem, lookByHand())));
    return new Settlement(restored, cleared, left);
  }

  /**
   * What {@link #settle} would do about each drill, in sentences. Nothing is changed.
   *
   * @throws io.github.hybridnet.engine.CloudException when the group cannot be read
   */
  public List<String> list() {
    DrillSearch.Found found = search.find();
    List<String> sentences = new ArrayList<>();
    found.drills().values().forEach(drill -> sentences.add(sentence(drill)));
    found.problems().values().forEach(p -> sentences.add(p.code() + ": " + p.text()));
    return sentences;
  }

  private String sentence(FoundDrill drill) {
    DrillRecord record = drill.record();
    String begin =
        "The failover drill "
            + record.id()
            + " on "
            + record.by()
            + ", begun "
            + record.at()
            + ", was not finished. ";
    if (!drill.isArmed()) {
      return begin + "Its marker would be removed; ExpressRoute was not touched.";
    }
    return doubt(drill)
        .map(left -> begin + "It would be left alone. " + left.finding().text())
        .orElse(begin + "ExpressRoute would be put back " + moved(record));
  }

  /** Why a drill that is told of is not undone here; empty when it is. */
  private Optional<Left> doubt(FoundDrill drill) {
    if (drill.file().isPresent()) {
      return Optional.empty();
    }
    Marker marker = drill.marker().orElseThrow();
    DrillRecord record = marker.record();
    List<String> byHand = undoing(record, network.workings()).undoByHand();
    if (place.seal().origin(marker) == Origin.NOT_SIGNED) {
      return Optional.of(new Left(DrillProblems.notSigned(record), byHand));
    }
    Lever declared =
        Levers.of(record.lever(), network.ports(), network.target().get(), network.workings());
    return declared.target().isSame(record.target())
        ? Optional.empty()
        : Optional.of(new Left(DrillProblems.notOurs(record), byHand));
  }

  /** Which lever was moved is not known, so that all of them are named. */
  private List<String> lookByHand() {
    List<String> commands = new ArrayList<>();
    for (LeverKind kind : LeverKind.values()) {
      commands.add("(" + kind.whenAway() + ":)");
      commands.addAll(
          Levers.of(kind, network.ports(), network.target().get(), network.workings())
              .undoByHand());
    }
    return commands;
  }

  private Lever undoing(DrillRecord record, LeverWorkings workings) {
    return Levers.undoing(
        record.lever(), record.target(), network.ports(), network.target().get(), workings);
  }

  private void yieldToLive(Map<String, FoundDrill> found) throws InterruptedException {
    Map<String, Marker> doubtful = new TreeMap<>();
    found.forEach(
        (id, each) -> {
          Life life = place.files().life(id);
          if (life == Life.ALIVE) {
            throw DrillProblems.another(each.record(), "goes on on this machine");
          }
          if (life == Life.UNKNOWN) {
            each.marker().ifPresent(marker -> doubtful.put(id, marker));
          }
        });
    if (doubtful.isEmpty()) {
      return;
    }
    tell.accept(
        "The tags of the "
            + network.group()
            + " tell of a failover drill of another machine ("
            + String.join(", ", doubtful.keySet())
            + "); watching for "
            + watch.toSeconds()
            + " s whether it goes on.");
    place.sleeper().sleep(watch);
    Map<String, Marker> now = search.markers().known();
    doubtful.forEach(
        (id, marker) -> {
          Marker later = now.get(id);
          if (later == null) {
            found.computeIfPresent(id, (i, f) -> f.file().isPresent() ? f : null);
          } else if (!later.equals(marker)) {
            throw DrillProblems.another(marker.record(), "goes on");
          }
        });
  }

  /** Removes the traces of a drill that did not come to disconnect ExpressRoute. */
  private boolean isCleared(DrillRecord record) {
    tellIfAlive(record.id());
    tell.accept(
        "The failover drill "
            + record.id()
            + " on "
            + record.by()
            + " has not disconnected ExpressRoute. Removing its traces.");
    List<Finding> kept = new StandingTrace(place, record, Definition.NONE).remove();
    kept.forEach(finding -> tell.accept(finding.code() + ": " + finding.text()));
    return kept.isEmpty();
  }

  private void tellIfAlive(String id) {
    if (place.files().life(id) == Life.ALIVE) {
      tell.accept("The failover drill " + id + " is still running on this machine.");
    }
  }

  private Restored undo(String id, FoundDrill found) {
    DrillRecord record = found.record();
    tellIfAlive(id);
    tell.accept(
        "The failover drill "
            + id
            + " on "
            + record.by()
            + ", begun "
            + record.at()
            + ", was not finished: putting ExpressRoute back "
            + moved(record));
    StandingTrace trace = new StandingTrace(place, record, found.before());
    return restorer.run(undoing(record, workings(found)), trace);
  }

  private static String moved(DrillRecord record) {
    return "(the " + record.target() + ", lever " + record.lever().label() + ").";
  }

  /** Tags that anybody may have written do not alone decide that a write may lose a key. */
  private LeverWorkings workings(FoundDrill found) {
    if (!found.record().noPeeringKey()) {
      return network.workings();
    }
    boolean ours =
        found.file().isPresent()
            || found.marker().filter(m -> place.seal().origin(m) == Origin.SIGNED).isPresent();
    return ours
        ? network.workings().withoutPeeringKey()
        : network.workings().withoutPeeringKey(found.record().fingerprint());
  }
}
