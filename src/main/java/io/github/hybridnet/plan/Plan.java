package io.github.hybridnet.plan;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An ordered graph of removals and changes: everything that one depends on comes before it.
 *
 * @param changes one for each declared resource
 * @param removals what is removed: that which is made anew by a change, and that which is in the
 *     way
 * @param effects what the changes do to resources that nobody declared here
 * @param paths what carries traffic before the plan is carried out
 */
public record Plan(
    List<Change> changes, List<Removal> removals, List<Effect> effects, Paths paths) {

  /** Copies the lists. */
  public Plan {
    changes = List.copyOf(changes);
    removals = List.copyOf(removals);
    effects = List.copyOf(effects);
  }

  /** A plan that is not known to affect others. */
  public Plan(List<Change> changes, List<Removal> removals) {
    this(changes, removals, List.of(), Paths.UNKNOWN);
  }

  /** The same plan where it is known what carries traffic. */
  public Plan whereTrafficTakes(Paths known) {
    return new Plan(changes, removals, effects, known);
  }

  /** A plan that removes nothing. */
  public Plan(List<Change> changes) {
    this(changes, List.of());
  }

  /** The changes of one kind. */
  public List<Change> with(Change.Action action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether nothing is written and nothing removed. */
  public boolean isEmpty() {
    return removals.isEmpty() && changes.stream().noneMatch(Change::isWrite);
  }

  /** The part of the plan that creates resource groups. */
  public Plan newGroups() {
    return new Plan(
        with(Change.Action.CREATE).stream()
            .filter(c -> c.key().type() == ResourceType.RESOURCE_GROUP)
            .toList());
  }

  /** The plan without changes that have been carried out. */
  public Plan without(Plan done) {
    return new Plan(
        changes.stream().filter(c -> !done.changes().contains(c)).toList(),
        removals,
        effects,
        paths);
  }

  /** The resources whose connections must be known to tell all effects. */
  public List<ResourceKey> sharedEnds() {
    return Effects.asked(changes);
  }

  /** Removals of what no change makes anew. */
  public List<Removal> deletions() {
    return removals.stream().filter(r -> changes.stream().noneMatch(c -> isRemade(c, r))).toList();
  }

  /** What must be gone before a change can be written. */
  public List<Removal> removalsBefore(Change change) {
    List<Removal> deletions = deletions();
    return removals.stream()
        .filter(
            r ->
                isRemade(change, r)
                    || (isGateway(r.key())
                        && (Replacements.changesGatewaySubnet(change)
                            || (isGateway(change.key()) && deletions.contains(r)))))
        .toList();
  }

  /**
   * What must be written before a removal: all that is needed by what comes after it and does not
   * itself wait for a removal. Where it fails, nothing is removed in vain.
   */
  public List<Change> writesBefore(Removal removal) {
    Set<String> needed = new TreeSet<>();
    changes.stream()
        .filter(change -> removalsBefore(change).stream().anyMatch(r -> leadsTo(removal, r)))
        .forEach(change -> addNeeds(change, needed));
    return changes.stream()
        .filter(Change::isWrite)
        .filter(change -> needed.contains(change.key().comparableId()))
        .filter(change -> !waitsForRemoval(change))
        .toList();
  }

  private boolean leadsTo(Removal first, Removal last) {
    return first.equals(last)
        || removals.stream()
            .filter(later -> later.after().stream().anyMatch(first.key()::isSame))
            .anyMatch(later -> leadsTo(later, last));
  }

  private void addNeeds(Change change, Set<String> needed) {
    needs(change)
        .forEach(
            need -> {
              if (needed.add(need.key().comparableId())) {
                addNeeds(need, needed);
              }
            });
  }

  private boolean waitsForRemoval(Change change) {
    return !removalsBefore(change).isEmpty() || needs(change).anyMatch(this::waitsForRemoval);
  }

  private Stream<Change> needs(Change change) {
    return changes.stream()
        .filter(other -> change.desired().dependsOn().stream().anyMatch(other.key()::isSame));
  }

  /** Replacements that are never carried out: nothing of the kind is ever removed. */
  public List<Change> irreplaceable() {
    return with(Change.Action.REPLACE).stream()
        .filter(c -> removals.stream().noneMatch(r -> isRemade(c, r)))
        .toList();
  }

  /** The removals that need a word of the user's which is not among those given. */
  public List<Removal> notAllowed(Set<String> words) {
    return removals.stream().filter(r -> !r.isAllowed(words)).toList();
  }

  /** The words that removals need, each once, in the plan's order. */
  public List<String> words() {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return removals.stream()
        .map(Removal::word)
        .filter(word -> !word.isEmpty() && known.add(word))
        .toList();
  }

  /** How long the plan takes, by recorded times: for orientation. */
  public Duration duration() {
    Timeline timeline = new Timeline(this);
    return Stream.concat(
            removals.stream().map(timeline::end),
            changes.stream().filter(Change::isWrite).map(timeline::end))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Every word that some removal takes. */
  public List<String> acceptedWords() {
    return removals.stream().flatMap(r -> r.words().stream()).distinct().toList();
  }

  private static boolean isGateway(ResourceKey key) {
    return key.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY;
  }

  private static boolean isRemade(Change change, Removal removal) {
    return change.key().comparableId().equals(removal.key().comparableId());
  }
}
