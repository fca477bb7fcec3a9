package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides what of a declared network is removed, in which order, and what stays for the sake of
 * others: only what is declared goes, and only where nobody else uses it. Of a network and of a
 * security group that stay, our unused parts go. Pure.
 */
public final class DestructionPlanner {
  /** The reason of nearly all removals. */
  public static final String DECLARED = "it is declared";

  private static final String UNUSED = "not declared, but nobody uses it";

  private final Declared declared;

  /** A planner for a declared network: everything that it consists of, wherever that is. */
  public DestructionPlanner(Collection<DesiredResource> declared) {
    this.declared = new Declared(declared);
  }

  /** What has to be read: what is declared, and what may have been made instead. */
  public List<ResourceKey> keys() {
    return declared.keys();
  }

  /** Whether this is the id of a declared resource, or of something inside one. */
  public boolean covers(String id) {
    return declared.covers(id);
  }

  /**
   * A resource group that was to go, and in which something is found that nobody declared.
   *
   * @param members the ids of what is in it
   */
  public Kept keptBy(ActualResource group, List<String> members) {
    return new Kept(group, Kept.Because.NOT_OURS, Obstacles.inGroup(group, members));
  }

  /**
   * What becomes of the network.
   *
   * @param standing what stands of {@link #keys()}, with the connections of the gateways, and other
   *     connections of the resource group
   */
  public Destruction plan(Standing standing, DestructionWishes wishes) {
    return new Run(standing, wishes).plan();
  }

  private final class Run {
    private final Standing standing;
    private final Decisions decisions = new Decisions();
    private final Obstacles obstacles;
    private final List<ResourceKey> absent = new ArrayList<>();

    Run(Standing standing, DestructionWishes wishes) {
      this.standing = standing;
      this.obstacles = new Obstacles(declared, standing, decisions, wishes);
    }

    Destruction plan() {
      for (ResourceKey key : declared.usersFirst()) {
        standing.find(key).ifPresentOrElse(this::decide, () -> absent.add(key));
      }
      List<Removal> removals =
          decisions.going().stream()
              .map(a -> new Removal(a, before(a.key()), reason(a), List.of()))
              .toList();
      Plan bare = new Plan(List.of(), removals);
      List<Effect> unknown = UnknownUsers.of(bare, standing);
      return new Destruction(
          new Plan(List.of(), removals, unknown, Paths.UNKNOWN),
          List.copyOf(decisions.kept()),
          absent);
    }

    private String reason(ActualResource actual) {
      return declared.includes(actual.key()) ? DECLARED : UNUSED;
    }

    private void decide(ActualResource actual) {
      List<Obstacle> found = obstacles.of(actual);
      if (found.isEmpty()) {
        obstacles.partsThatGoBefore(actual).forEach(decisions::remove);
        decisions.remove(actual);
        return;
      }
      decisions.keep(actual, found);
      obstacles.partsOf(actual).forEach(this::decidePart);
    }

    private void decidePart(ActualResource part, List<Obstacle> found) {
      if (found.isEmpty()) {
        decisions.remove(part);
      } else {
        decisions.keep(part, found);
      }
    }

    /** What must be gone before: its own parts and users, and for a part the users of the whole. */
    private List<ResourceKey> before(ResourceKey key) {
      Map<String, ResourceKey> before = new LinkedHashMap<>();
      Stream<ResourceKey> users =
          Parts.wholeOf(key)
              .map(whole -> usersOf(whole).filter(u -> Parts.wholeOf(u).isEmpty()))
              .orElse(Stream.empty());
      Stream.of(decisions.goingPartsOf(key).stream(), usersOf(key), users)
          .flatMap(each -> each)
          .filter(k -> !k.isSame(key))
          .forEach(k -> before.put(k.comparableId(), k));
      return List.copyOf(before.values());
    }

    /** The users that go; of one that stays, its parts that go. */
    private Stream<ResourceKey> usersOf(ResourceKey key) {
      return declared.usersOf(key).stream()
          .flatMap(
              user ->
                  decisions.goes(user.id())
                      ? Stream.of(user)
                      : decisions.goingPartsOf(user).stream());
    }
  }
}
