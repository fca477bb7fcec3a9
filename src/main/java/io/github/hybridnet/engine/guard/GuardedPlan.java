package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.JoinPermissions;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.guard.GuardedWork.PlannedCreation;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan is about to do, as it is asked about. The resource groups of what it creates exist.
 */
public final class GuardedPlan {
  /** Recorded times are medians: half of the recorded operations took longer. */
  private static final int RESERVE = 2;

  private static final Set<ResourceType> BILLED =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.CIRCUIT);

  private final Plan plan;
  private final Map<ResourceKey, Set<String>> actions = new LinkedHashMap<>();
  private final Set<ResourceKey> scopes = new LinkedHashSet<>();
  private final Set<ResourceKey> written = new LinkedHashSet<>();
  private final Set<ResourceKey> removed = new LinkedHashSet<>();
  private final Set<ResourceKey> touched = new LinkedHashSet<>();
  private final List<PlannedCreation> made = new ArrayList<>();

  private GuardedPlan(Plan plan) {
    this.plan = plan;
  }

  /** The work of a plan. */
  public static GuardedWork of(Plan plan) {
    return new GuardedPlan(plan).undertaking();
  }

  private GuardedWork undertaking() {
    plan.removals().forEach(this::add);
    plan.changes().stream()
        .filter(ResourceChange::isWrite)
        .filter(resourceChange -> resourceChange.key().type() != ResourceType.RESOURCE_GROUP)
        .forEach(this::add);
    Map<ResourceKey, List<String>> rights = new LinkedHashMap<>();
    actions.forEach((scope, of) -> rights.put(scope, List.copyOf(of)));
    boolean irreversible = isIrreversible(plan);
    return new GuardedWork(
        new RequiredAccess(rights, scopes, written, removed),
        irreversible ? touched : Set.of(),
        made,
        plan.duration().multipliedBy(RESERVE),
        irreversible);
  }

  /**
   * Whether a plan removes something, begins to cost money, or makes a circuit wider, which cannot
   * be taken back.
   */
  static boolean isIrreversible(Plan plan) {
    return !plan.removals().isEmpty()
        || plan.changes().stream()
            .filter(c -> BILLED.contains(c.key().type()))
            .anyMatch(c -> c.action() == ResourceChange.Action.CREATE || isCircuitChanged(c));
  }

  private static boolean isCircuitChanged(ResourceChange resourceChange) {
    return resourceChange.key().type() == ResourceType.CIRCUIT
        && !resourceChange.differences().isEmpty()
        && !resourceChange.areTagsAlone();
  }

  private void add(ResourceRemoval resourceRemoval) {
    ResourceKey key = resourceRemoval.key();
    right(wholeOf(key), action(key.type(), "delete"));
    scopes.add(wholeOf(key));
    removed.add(key);
    if (key.type() != ResourceType.RESOURCE_GROUP) {
      touched.add(key);
    }
  }

  private void add(ResourceChange resourceChange) {
    ResourceKey key = resourceChange.key();
    boolean exists =
        resourceChange.actual() != null && resourceChange.action() != ResourceChange.Action.REPLACE;
    ResourceKey scope = exists ? wholeOf(key) : placeOf(key);
    right(scope, action(key.type(), "write"));
    if (writesSubnets(resourceChange)) {
      right(scope, action(ResourceType.SUBNET, "write"));
    }
    scopes.add(scope);
    written.add(key);
    if (resourceChange.action() != ResourceChange.Action.UPDATE) {
      addMade(resourceChange);
    }
  }

  /** The subnets of an existing network are written one by one. */
  private static boolean writesSubnets(ResourceChange resourceChange) {
    return resourceChange.action() == ResourceChange.Action.UPDATE
        && resourceChange.key().type() == ResourceType.VIRTUAL_NETWORK
        && resourceChange.differences().stream()
            .anyMatch(d -> d.path().startsWith("properties.subnets["));
  }

  private void addMade(ResourceChange resourceChange) {
    Map<String, Object> body = ReplacementBody.body(resourceChange);
    JoinPermissions.of(body).forEach(this::join);
    made.add(
        new PlannedCreation(
            new NewResource(resourceChange.key(), body, resourceChange.declared().dependsOn()),
            resourceChange.action() == ResourceChange.Action.REPLACE,
            resourceChange.declared().rules().alternatives()));
  }

  private void join(ResourceKey joined, String action) {
    boolean planned =
        plan.changes().stream().anyMatch(c -> c.key().isSame(joined) && c.actual() == null);
    if (planned) {
      right(joined.group(), action);
    } else {
      right(joined, action);
      touched.add(joined);
    }
  }

  private void right(ResourceKey scope, String action) {
    actions.computeIfAbsent(scope, any -> new LinkedHashSet<>()).add(action);
  }

  /** Where the right to make a resource is given: its group, of a part its whole if that exists. */
  private ResourceKey placeOf(ResourceKey key) {
    ResourceKey whole = wholeOf(key);
    boolean made =
        plan.changes().stream().anyMatch(c -> c.key().isSame(whole) && c.actual() == null);
    return whole.equals(key) || made ? key.group() : whole;
  }

  /** Of a part, what it is a part of: not every scope below a resource can be asked. */
  private static ResourceKey wholeOf(ResourceKey key) {
    return ChildResources.wholeOf(key).orElse(key);
  }

  private static String action(ResourceType type, String verb) {
    String name =
        type == ResourceType.RESOURCE_GROUP
            ? "Microsoft.Resources/subscriptions/resourceGroups"
            : type.armName();
    return name + "/" + verb;
  }
}
