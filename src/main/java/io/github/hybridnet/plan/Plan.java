package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
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
 * @param sideEffects what the changes do to resources that nobody declared here
 * @param paths what carries traffic before the plan is carried out
 * @param unread declared resources that could not be read: no change has them, and nothing is known
 *     of them
 */
public record Plan(
    List<ResourceChange> changes,
    List<ResourceRemoval> removals,
    List<SideEffect> sideEffects,
    PathStates paths,
    List<UnreadResource> unread) {

  /** Copies the lists, which cannot be changed afterwards. */
  public Plan {
    changes = List.copyOf(changes);
    removals = List.copyOf(removals);
    sideEffects = List.copyOf(sideEffects);
    unread = List.copyOf(unread);
  }

  /** A plan for which everything could be read. */
  public Plan(
      List<ResourceChange> changes,
      List<ResourceRemoval> removals,
      List<SideEffect> sideEffects,
      PathStates paths) {
    this(changes, removals, sideEffects, paths, List.of());
  }

  /** A plan that is not known to affect others. */
  public Plan(List<ResourceChange> changes, List<ResourceRemoval> removals) {
    this(changes, removals, List.of(), PathStates.UNKNOWN);
  }

  /** The same plan where it is known what carries traffic. */
  public Plan whereTrafficTakes(PathStates known) {
    return new Plan(changes, removals, sideEffects, known, unread);
  }

  /** A plan that removes nothing. */
  public Plan(List<ResourceChange> changes) {
    this(changes, List.of());
  }

  /** The changes of one kind. */
  public List<ResourceChange> with(ResourceChange.Action action) {
    return changes.stream().filter(c -> c.action() == action).toList();
  }

  /** Whether nothing is written and nothing removed, as far as could be read. */
  public boolean isEmpty() {
    return removals.isEmpty() && changes.stream().noneMatch(ResourceChange::isWrite);
  }

  /** The part of the plan that creates resource groups. */
  public Plan newGroups() {
    return new Plan(
        with(ResourceChange.Action.CREATE).stream()
            .filter(c -> c.key().type() == ResourceType.RESOURCE_GROUP)
            .toList());
  }

  /** The plan without changes that have been carried out. */
  public Plan without(Plan done) {
    return new Plan(
        changes.stream().filter(c -> !done.changes().contains(c)).toList(),
        removals,
        sideEffects,
        paths,
        unread);
  }

  /** The resources whose connections must be known to tell all effects. */
  public List<ResourceKey> sharedEnds() {
    return SideEffectFinder.asked(changes);
  }

  /** Removals of what no change makes anew. */
  public List<ResourceRemoval> deletions() {
    return removals.stream().filter(r -> changes.stream().noneMatch(c -> isRemade(c, r))).toList();
  }

  /** What must be gone before a change can be written. */
  public List<ResourceRemoval> removalsBefore(ResourceChange resourceChange) {
    List<ResourceRemoval> deletions = deletions();
    return removals.stream()
        .filter(
            r ->
                isRemade(resourceChange, r)
                    || (isGateway(r.key())
                        && (resourceChange.changesGatewaySubnet()
                            || (isGateway(resourceChange.key()) && deletions.contains(r)))))
        .toList();
  }

  /**
   * What must be written before a removal: all that is needed by what comes after it and does not
   * itself wait for a removal. Where it fails, nothing is removed in vain.
   */
  public List<ResourceChange> writesBefore(ResourceRemoval resourceRemoval) {
    Set<String> needed = new TreeSet<>();
    changes.stream()
        .filter(
            resourceChange ->
                removalsBefore(resourceChange).stream().anyMatch(r -> leadsTo(resourceRemoval, r)))
        .forEach(resourceChange -> addNeeds(resourceChange, needed));
    return changes.stream()
        .filter(ResourceChange::isWrite)
        .filter(resourceChange -> needed.contains(resourceChange.key().comparableId()))
        .filter(resourceChange -> !waitsForRemoval(resourceChange))
        .toList();
  }

  private boolean leadsTo(ResourceRemoval first, ResourceRemoval last) {
    return first.equals(last)
        || removals.stream()
            .filter(later -> later.after().stream().anyMatch(first.key()::isSame))
            .anyMatch(later -> leadsTo(later, last));
  }

  private void addNeeds(ResourceChange resourceChange, Set<String> needed) {
    needs(resourceChange)
        .forEach(
            need -> {
              if (needed.add(need.key().comparableId())) {
                addNeeds(need, needed);
              }
            });
  }

  private boolean waitsForRemoval(ResourceChange resourceChange) {
    return !removalsBefore(resourceChange).isEmpty()
        || needs(resourceChange).anyMatch(this::waitsForRemoval);
  }

  private Stream<ResourceChange> needs(ResourceChange resourceChange) {
    return changes.stream()
        .filter(
            other -> resourceChange.declared().dependsOn().stream().anyMatch(other.key()::isSame));
  }

  /** Replacements that are never carried out: nothing of the kind is ever removed. */
  public List<ResourceChange> irreplaceable() {
    return with(ResourceChange.Action.REPLACE).stream()
        .filter(c -> removals.stream().noneMatch(r -> isRemade(c, r)))
        .toList();
  }

  /** The removals that the given values of {@code hybridnet.allowReplace} do not allow. */
  public List<ResourceRemoval> notAllowed(Set<String> given) {
    return removals.stream().filter(r -> !r.isAllowed(given)).toList();
  }

  /** What {@code hybridnet.allowReplace} must name for the removals, each once, in their order. */
  public List<String> replaceNames() {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return removals.stream()
        .map(ResourceRemoval::replaceName)
        .filter(name -> !name.isEmpty() && known.add(name))
        .toList();
  }

  /** How long the plan takes, by recorded times: for orientation. */
  public Duration duration() {
    PlanTimeline planTimeline = new PlanTimeline(this);
    return Stream.concat(
            removals.stream().map(planTimeline::end),
            changes.stream().filter(ResourceChange::isWrite).map(planTimeline::end))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Every value of {@code hybridnet.allowReplace} that allows some removal. */
  public List<String> acceptedReplaceNames() {
    return removals.stream().flatMap(r -> r.replaceNames().stream()).distinct().toList();
  }

  private static boolean isGateway(ResourceKey key) {
    return key.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY;
  }

  private static boolean isRemade(ResourceChange resourceChange, ResourceRemoval resourceRemoval) {
    return resourceChange.key().comparableId().equals(resourceRemoval.key().comparableId());
  }
}
