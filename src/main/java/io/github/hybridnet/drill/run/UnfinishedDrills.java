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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds drills of a network that were not finished, by this machine's journal and by the markers in
 * Azure, and restores ExpressRoute.
 */
public final class UnfinishedDrills {
  private final DrilledNetwork drilledNetwork;
  private final DrillLease.LeaseStorage leaseStorage;
  private final Restorer restorer;
  private final LiveDrillCheck liveDrills;
  private final ClaimedDrillCheck claims;
  private final Consumer<String> listener;
  private final DrillRecordSearch search;

  /**
   * The network whose drills are looked for.
   *
   * @param ports the cloud
   * @param group its resource group, which holds the markers
   * @param targets what is declared, one for each ExpressRoute connection; asked for only when
   *     there is something to restore
   * @param options what the disconnect methods work with
   */
  public record DrilledNetwork(
      DrillPorts ports,
      ResourceKey group,
      Supplier<List<DrillTarget>> targets,
      DisconnectOptions options) {}

  /** Restores ExpressRoute after one drill. */
  @FunctionalInterface
  public interface Restorer {
    /** Does what {@link RestoreProcedure#run} does. */
    RestoreResult run(DisconnectAction disconnectAction, DrillRecordStore drillRecordStore);
  }

  /** What is done about a drill that is still running. */
  public enum LiveDrillPolicy {
    /** The drill is left alone, and the goal stops. */
    STOP_GOAL,
    /** ExpressRoute is restored at once, as the user asked for. The drill then fails. */
    RESTORE_ANYWAY
  }

  /** How long a marker is watched by default: three times what a live drill needs to renew it. */
  static final Duration DEFAULT_WATCH = DrillLease.LeaseStorage.DEFAULT_BEAT.multipliedBy(3);

  /**
   * The unfinished drills of a network.
   *
   * @param watch how long a marker is watched whose drill may be running
   * @param listener gets what is found and done, in sentences
   */
  public UnfinishedDrills(
      DrilledNetwork drilledNetwork,
      DrillLease.LeaseStorage leaseStorage,
      Restorer restorer,
      Duration watch,
      Consumer<String> listener) {
    this.drilledNetwork = drilledNetwork;
    this.search =
        new DrillRecordSearch(drilledNetwork.ports(), drilledNetwork.group(), leaseStorage.files());
    this.leaseStorage = leaseStorage;
    this.restorer = restorer;
    this.liveDrills =
        new LiveDrillCheck(drilledNetwork.group(), leaseStorage, search, watch, listener);
    this.claims =
        new ClaimedDrillCheck(
            search, drilledNetwork.options().engine().clock(), leaseStorage.sleeper(), listener);
    this.listener = listener;
  }

  /**
   * Finds them and restores ExpressRoute. A restore that has begun is not cut off; an interruption
   * counts before and after it. A record that is not understood, or that somebody else may have
   * written, is skipped. It keeps no other drill from being restored.
   *
   * @return what came of each; empty when there was none
   * @throws UserException HN5041 when one is still running and {@code liveDrillPolicy} stops the
   *     goal
   * @throws io.github.hybridnet.arm.CloudException when the group cannot be read
   * @throws InterruptedException when the build is stopped
   */
  public UnfinishedDrillsResult restoreAll(LiveDrillPolicy liveDrillPolicy)
      throws InterruptedException {
    DrillRecordSearch.SearchResult searchResult = search.find();
    Map<String, RecordedDrill> drills = searchResult.drills();
    if (liveDrillPolicy == LiveDrillPolicy.STOP_GOAL) {
      liveDrills.requireNoneRunning(drills);
    }
    drills = claims.settled(drills);
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
            // Its records are removed, whatever they contained.
            problems.remove(id);
          }
        });
    problems.values().forEach(problem -> left.add(new SkippedDrill(problem, manualCommands())));
    return new UnfinishedDrillsResult(restored, cleared, left);
  }

  /**
   * What {@link #restoreAll} would do about each drill, in sentences. The call changes nothing.
   *
   * @throws io.github.hybridnet.arm.CloudException when the group cannot be read
   */
  public List<String> list() {
    DrillRecordSearch.SearchResult searchResult = search.find();
    List<String> sentences = new ArrayList<>();
    searchResult.drills().values().forEach(drill -> sentences.add(sentence(drill)));
    searchResult.problems().values().forEach(p -> sentences.add(p.withFix()));
    return sentences;
  }

  private String sentence(RecordedDrill drill) {
    DrillRecord record = drill.record();
    if (!drill.isArmed()) {
      return RestoreMessages.wouldBeCleared(record);
    }
    return reasonToSkip(drill)
        .map(skipped -> RestoreMessages.wouldBeSkipped(record, skipped.finding()))
        .orElseGet(() -> RestoreMessages.wouldBeRestored(record));
  }

  /** Why a recorded drill is not restored here; empty when it is. */
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
    return declared(record).isPresent()
        ? Optional.empty()
        : Optional.of(new SkippedDrill(DrillLeaseProblems.notOurs(record), byHand));
  }

  /** The declared target that a drill disconnected; empty if it is none of them. */
  private Optional<DrillTarget> declared(DrillRecord record) {
    return drilledNetwork.targets().get().stream()
        .filter(target -> action(record.method(), target).target().isSame(record.target()))
        .findFirst();
  }

  private DisconnectAction action(DisconnectMethod method, DrillTarget target) {
    return DisconnectActions.of(method, drilledNetwork.ports(), target, drilledNetwork.options());
  }

  /** Method and target are not known, so that the commands for all of them are listed. */
  private List<String> manualCommands() {
    Set<String> commands = new LinkedHashSet<>();
    for (DisconnectMethod method : DisconnectMethod.values()) {
      commands.add("(" + method.disconnectedCondition() + ":)");
      drilledNetwork
          .targets()
          .get()
          .forEach(target -> commands.addAll(action(method, target).manualUndoCommands()));
    }
    return List.copyOf(commands);
  }

  private DisconnectAction actionFor(DrillRecord record, DisconnectOptions options) {
    return DisconnectActions.forRestore(
        record.method(),
        record.target(),
        drilledNetwork.ports(),
        declared(record).orElseGet(() -> drilledNetwork.targets().get().get(0)),
        options);
  }

  /** Removes the record of a drill that did not disconnect ExpressRoute. */
  private boolean removeRecord(DrillRecord record) {
    reportIfRunning(record.id());
    listener.accept(RestoreMessages.clearing(record));
    List<DrillFinding> kept =
        new MarkerAndFileStore(leaseStorage, record, ResourceDefinition.NONE).remove();
    kept.forEach(finding -> listener.accept(finding.withFix()));
    return kept.isEmpty();
  }

  private void reportIfRunning(String id) {
    if (liveDrills.isRunningHere(id)) {
      listener.accept(RestoreMessages.running(id));
    }
  }

  private RestoreResult restore(String id, RecordedDrill found) {
    DrillRecord record = found.record();
    reportIfRunning(id);
    listener.accept(RestoreMessages.restoring(record));
    MarkerAndFileStore store = new MarkerAndFileStore(leaseStorage, record, found.before());
    return restorer.run(actionFor(record, options(found)), store);
  }

  /** Tags that anybody may have written do not alone decide that a write may lose a key. */
  private DisconnectOptions options(RecordedDrill found) {
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
