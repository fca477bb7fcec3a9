package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectActions;
import io.github.hybridnet.drill.action.DisconnectOptions;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.lease.DrillLease;
import io.github.hybridnet.drill.lease.DrillLeaseProblems;
import io.github.hybridnet.drill.lease.DrillMarker;
import io.github.hybridnet.drill.lease.DrillProcessLock.ProcessState;
import io.github.hybridnet.drill.lease.DrillRecord;
import io.github.hybridnet.drill.lease.DrillRecordSearch;
import io.github.hybridnet.drill.lease.DrillRecordStore;
import io.github.hybridnet.drill.lease.MarkerAndFileStore;
import io.github.hybridnet.drill.lease.MarkerSigner.SignatureState;
import io.github.hybridnet.drill.lease.RecordedDrill;
import io.github.hybridnet.drill.run.UnfinishedDrillsResult.SkippedDrill;
import io.github.hybridnet.text.UserException;
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
  private final DrilledNetwork drilledNetwork;
  private final DrillLease.LeaseStorage leaseStorage;
  private final Restorer restorer;
  private final Duration watch;
  private final Consumer<String> listener;
  private final DrillRecordSearch search;

  /**
   * The network.
   *
   * @param ports the cloud
   * @param group its resource group, which holds the markers
   * @param target what is declared; asked for only when there is something to undo
   * @param options what levers work with
   */
  public record DrilledNetwork(
      DrillPorts ports,
      ResourceKey group,
      Supplier<DrillTarget> target,
      DisconnectOptions options) {}

  /** Puts ExpressRoute back. */
  @FunctionalInterface
  public interface Restorer {
    /** Does what {@link RestoreProcedure#run} does. */
    RestoreResult run(DisconnectAction disconnectAction, DrillRecordStore drillRecordStore);
  }

  /** What is done about a drill that goes on. */
  public enum LiveDrillPolicy {
    /** It is left alone, and the goal stops. */
    STOP_GOAL,
    /** It is undone at once: that is what the user asked for. */
    RESTORE_ANYWAY
  }

  /** How long a marker is watched by default: three times what a live drill needs to renew it. */
  public static final Duration DEFAULT_WATCH = DrillLease.LeaseStorage.DEFAULT_BEAT.multipliedBy(3);

  /**
   * The unfinished drills of a network.
   *
   * @param watch how long a marker is watched of which it is not known whether its drill lives
   * @param listener told of what is found and done, in sentences
   */
  public UnfinishedDrills(
      DrilledNetwork drilledNetwork,
      DrillLease.LeaseStorage leaseStorage,
      Restorer restorer,
      Duration watch,
      Consumer<String> tell) {
    this.drilledNetwork = drilledNetwork;
    this.search =
        new DrillRecordSearch(drilledNetwork.ports(), drilledNetwork.group(), leaseStorage.files());
    this.leaseStorage = leaseStorage;
    this.restorer = restorer;
    this.watch = watch;
    this.listener = tell;
  }

  /**
   * Finds and undoes them. Once a restore has begun it is not cut off; an interruption counts
   * before and after it. What is not understood, or may be written by somebody else, is left alone
   * and keeps no other drill from being undone.
   *
   * @return what came of each; empty when there was none
   * @throws UserException HN5041 when one goes on, unless the user insists
   * @throws io.github.hybridnet.engine.CloudException when the group cannot be read
   * @throws InterruptedException when the build is stopped
   */
  public UnfinishedDrillsResult restoreAll(LiveDrillPolicy liveDrillPolicy)
      throws InterruptedException {
    DrillRecordSearch.SearchResult searchResult = search.find();
    Map<String, RecordedDrill> drills = searchResult.drills();
    if (liveDrillPolicy == LiveDrillPolicy.STOP_GOAL) {
      stopIfLive(drills);
    }
    List<RestoreResult> restored = new ArrayList<>();
    List<String> cleared = new ArrayList<>();
    List<SkippedDrill> left = new ArrayList<>();
    Map<String, DrillFinding> problems = new LinkedHashMap<>(searchResult.problems());
    drills.forEach(
        (id, drill) -> {
          if (!drill.isArmed()) {
            if (removeRecord(drill.record())) {
              cleared.add(id);
            }
            return;
          }
          Optional<SkippedDrill> doubt = reasonToSkip(drill);
          doubt.ifPresent(left::add);
          Optional<RestoreResult> outcome =
              doubt.isPresent() ? Optional.empty() : Optional.of(restore(id, drill));
          outcome.ifPresent(restored::add);
          if (outcome.filter(RestoreResult::isRestored).isPresent()) {
            // Its traces are removed, whatever they said.
            problems.remove(id);
          }
        });
    problems.values().forEach(problem -> left.add(new SkippedDrill(problem, manualCommands())));
    return new UnfinishedDrillsResult(restored, cleared, left);
  }

  /**
   * What {@link #settle} would do about each drill, in sentences. Nothing is changed.
   *
   * @throws io.github.hybridnet.engine.CloudException when the group cannot be read
   */
  public List<String> list() {
    DrillRecordSearch.SearchResult searchResult = search.find();
    List<String> sentences = new ArrayList<>();
    searchResult.drills().values().forEach(drill -> sentences.add(sentence(drill)));
    searchResult.problems().values().forEach(p -> sentences.add(p.code() + ": " + p.text()));
    return sentences;
  }

  private String sentence(RecordedDrill drill) {
    DrillRecord record = drill.record();
    String begin =
        "The failover drill "
            + record.id()
            + " on "
            + record.machine()
            + ", begun "
            + record.begin()
            + ", was not finished. ";
    if (!drill.isArmed()) {
      return begin + "Its marker would be removed; ExpressRoute was not touched.";
    }
    return reasonToSkip(drill)
        .map(skippedDrill -> begin + "It would be left alone. " + skippedDrill.finding().text())
        .orElse(begin + "ExpressRoute would be put back " + actionText(record));
  }

  /** Why a drill that is told of is not undone here; empty when it is. */
  private Optional<SkippedDrill> reasonToSkip(RecordedDrill drill) {
    if (drill.file().isPresent()) {
      return Optional.empty();
    }
    DrillMarker drillMarker = drill.marker().orElseThrow();
    DrillRecord record = drillMarker.record();
    List<String> byHand = actionFor(record, drilledNetwork.options()).manualUndoCommands();
    if (leaseStorage.signer().verify(drillMarker) == SignatureState.NOT_SIGNED) {
      return Optional.of(new SkippedDrill(DrillLeaseProblems.notSigned(record), byHand));
    }
    DisconnectAction declared =
        DisconnectActions.of(
            record.method(),
            drilledNetwork.ports(),
            drilledNetwork.target().get(),
            drilledNetwork.options());
    return declared.target().isSame(record.target())
        ? Optional.empty()
        : Optional.of(new SkippedDrill(DrillLeaseProblems.notOurs(record), byHand));
  }

  /** Which lever was moved is not known, so that all of them are named. */
  private List<String> manualCommands() {
    List<String> commands = new ArrayList<>();
    for (DisconnectMethod kind : DisconnectMethod.values()) {
      commands.add("(" + kind.disconnectedCondition() + ":)");
      commands.addAll(
          DisconnectActions.of(
                  kind,
                  drilledNetwork.ports(),
                  drilledNetwork.target().get(),
                  drilledNetwork.options())
              .manualUndoCommands());
    }
    return commands;
  }

  private DisconnectAction actionFor(DrillRecord record, DisconnectOptions options) {
    return DisconnectActions.forRestore(
        record.method(),
        record.target(),
        drilledNetwork.ports(),
        drilledNetwork.target().get(),
        options);
  }

  private void stopIfLive(Map<String, RecordedDrill> found) throws InterruptedException {
    Map<String, DrillMarker> doubtful = new TreeMap<>();
    found.forEach(
        (id, each) -> {
          ProcessState processState = leaseStorage.files().processState(id);
          if (processState == ProcessState.ALIVE) {
            throw DrillLeaseProblems.otherDrill(each.record(), "goes on on this machine");
          }
          if (processState == ProcessState.UNKNOWN) {
            each.marker().ifPresent(drillMarker -> doubtful.put(id, drillMarker));
          }
        });
    if (doubtful.isEmpty()) {
      return;
    }
    listener.accept(
        "The tags of the "
            + drilledNetwork.group()
            + " tell of a failover drill of another machine ("
            + String.join(", ", doubtful.keySet())
            + "); watching for "
            + watch.toSeconds()
            + " s whether it goes on.");
    leaseStorage.sleeper().sleep(watch);
    Map<String, DrillMarker> now = search.markers().known();
    doubtful.forEach(
        (id, drillMarker) -> {
          DrillMarker later = now.get(id);
          if (later == null) {
            found.computeIfPresent(id, (i, f) -> f.file().isPresent() ? f : null);
          } else if (!later.equals(drillMarker)) {
            throw DrillLeaseProblems.otherDrill(drillMarker.record(), "goes on");
          }
        });
  }

  /** Removes the traces of a drill that did not come to disconnect ExpressRoute. */
  private boolean removeRecord(DrillRecord record) {
    tellIfAlive(record.id());
    listener.accept(
        "The failover drill "
            + record.id()
            + " on "
            + record.machine()
            + " has not disconnected ExpressRoute. Removing its traces.");
    List<DrillFinding> kept =
        new MarkerAndFileStore(leaseStorage, record, ResourceDefinition.NONE).remove();
    kept.forEach(drillFinding -> listener.accept(drillFinding.code() + ": " + drillFinding.text()));
    return kept.isEmpty();
  }

  private void tellIfAlive(String id) {
    if (leaseStorage.files().processState(id) == ProcessState.ALIVE) {
      listener.accept("The failover drill " + id + " is still running on this machine.");
    }
  }

  private RestoreResult restore(String id, RecordedDrill found) {
    DrillRecord record = found.record();
    tellIfAlive(id);
    listener.accept(
        "The failover drill "
            + id
            + " on "
            + record.machine()
            + ", begun "
            + record.begin()
            + ", was not finished: putting ExpressRoute back "
            + actionText(record));
    MarkerAndFileStore trace = new MarkerAndFileStore(leaseStorage, record, found.before());
    return restorer.run(actionFor(record, workings(found)), trace);
  }

  private static String actionText(DrillRecord record) {
    return "(the " + record.target() + ", lever " + record.method().label() + ").";
  }

  /** Tags that anybody may have written do not alone decide that a write may lose a key. */
  private DisconnectOptions workings(RecordedDrill found) {
    if (!found.record().noPeeringKey()) {
      return drilledNetwork.options();
    }
    boolean ours =
        found.file().isPresent()
            || found
                .marker()
                .filter(m -> leaseStorage.signer().verify(m) == SignatureState.SIGNED)
                .isPresent();
    return ours
        ? drilledNetwork.options().withoutPeeringKey()
        : drilledNetwork.options().withoutPeeringKey(found.record().fingerprint());
  }
}
