package io.github.hybridnet.failover;

import io.github.hybridnet.failover.journal.DrillFile;
import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.journal.DrillLock.Life;
import io.github.hybridnet.failover.journal.DrillProblems;
import io.github.hybridnet.failover.journal.DrillRecord;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.journal.Marker;
import io.github.hybridnet.failover.journal.Markers;
import io.github.hybridnet.failover.journal.StandingTrace;
import io.github.hybridnet.failover.journal.Trace;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.lever.LeverWorkings;
import io.github.hybridnet.failover.lever.Levers;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /** What is known of a drill. */
  private record Found(Optional<DrillFile> file, Optional<Marker> marker) {
    DrillRecord record() {
      return marker.map(Marker::record).or(() -> file.map(DrillFile::record)).orElseThrow();
    }

    boolean isArmed() {
      return marker.filter(m -> m.state() == State.ARMED).isPresent()
          || file.filter(f -> f.state() == State.ARMED).isPresent();
    }

    Definition before() {
      return file.map(DrillFile::before).orElse(Definition.NONE);
    }
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
    this.place = place;
    this.restorer = restorer;
    this.watch = watch;
    this.tell = tell;
  }

  /**
   * Finds and undoes them. Once a restore has begun it is not cut off; an interruption counts
   * before and after it.
   *
   * @return what came of each; empty when there was none
   * @throws HybridnetException HN5041 when one goes on, unless the user insists; HN5042, HN5045
   *     when one is told of in a way that is not understood
   * @throws io.github.hybridnet.engine.CloudException when the group cannot be read
   * @throws InterruptedException when the build is stopped
   */
  public List<Restored> settle(Manner manner) throws InterruptedException {
    Map<String, Found> found = find();
    if (manner == Manner.YIELD) {
      yieldToLive(found);
    }
    List<Restored> all = new ArrayList<>();
    for (Map.Entry<String, Found> each : found.entrySet()) {
      undo(each.getKey(), each.getValue()).ifPresent(all::add);
    }
    return all;
  }

  private Map<String, Found> find() {
    ResourceKey group = network.group();
    Markers.Sight sight = sight(group);
    sight
        .unknown()
        .forEach(
            (id, text) -> {
              throw DrillProblems.notUnderstood(group, id, text);
            });
    Map<String, Found> found = new TreeMap<>();
    try {
      for (Path unknown : place.files().unknown()) {
        throw DrillProblems.fileNotUnderstood(unknown);
      }
      for (DrillFile file : place.files().all()) {
        if (file.record().group().isSame(group)) {
          found.put(file.record().id(), new Found(Optional.of(file), Optional.empty()));
        }
      }
      for (Map.Entry<String, Marker> each : sight.known().entrySet()) {
        found.put(
            each.getKey(),
            new Found(place.files().find(each.getKey()), Optional.of(each.getValue())));
      }
    } catch (IOException e) {
      throw DrillProblems.filesNotReadable(place.files().path(""), e);
    }
    return found;
  }

  /** By the group itself, which everybody may read who may deploy to it. */
  private Markers.Sight sight(ResourceKey group) {
    Object tags =
        network
            .ports()
            .cloud()
            .read(group)
            .map(ActualResource::body)
            .map(b -> b.get("tags"))
            .orElse(Map.of());
    Map<String, Object> texts = new TreeMap<>();
    if (tags instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return Markers.sight(group, texts);
  }

  private void yieldToLive(Map<String, Found> found) throws InterruptedException {
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
    Map<String, Marker> now = sight(network.group()).known();
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

  private Optional<Restored> undo(String id, Found found) {
    DrillRecord record = found.record();
    StandingTrace trace = new StandingTrace(place, record, found.before());
    if (place.files().life(id) == Life.ALIVE) {
      tell.accept("The failover drill " + id + " still goes on on this machine.");
    }
    if (!found.isArmed()) {
      tell.accept("The failover drill " + id + " on " + record.by() + " ended before its lever.");
      trace.remove().forEach(finding -> tell.accept(finding.code() + ": " + finding.text()));
      return Optional.empty();
    }
    tell.accept(
        "The failover drill "
            + id
            + " on "
            + record.by()
            + ", begun "
            + record.at()
            + ", was not finished: putting ExpressRoute back ("
            + record.lever().label()
            + " of the "
            + record.target()
            + ").");
    LeverWorkings workings =
        record.noPeeringKey() ? network.workings().withoutPeeringKey() : network.workings();
    Lever lever =
        Levers.undoing(
            record.lever(), record.target(), network.ports(), network.target().get(), workings);
    return Optional.of(restorer.run(lever, trace));
  }
}
