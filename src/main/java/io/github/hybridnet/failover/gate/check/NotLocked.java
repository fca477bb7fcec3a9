package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.failover.DrillCloud.ManagementLock;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Refusal;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No management lock stands in the way, of the undo above all. Source:
 * articles/azure-resource-manager/management/lock-resources.md.
 */
final class NotLocked extends Gate {
  private static final String READ_ONLY = "ReadOnly";

  NotLocked() {
    super(
        "locks",
        Kind.RIGHTS,
        "No management lock keeps the lever, its undo or the marker from being written.",
        "articles/azure-resource-manager/management/lock-resources.md");
  }

  @Override
  public GateResult check(Situation situation) {
    LeverNeeds needs = situation.needs();
    Set<ManagementLock> blocking = new LinkedHashSet<>();
    List<String> unanswered = new ArrayList<>();
    for (Map.Entry<ResourceKey, Sight<List<ManagementLock>>> each :
        situation.seen().locks().entrySet()) {
      List<ManagementLock> locks = each.getValue().value();
      CloudException failure = each.getValue().failure();
      if (failure != null) {
        unanswered.add(Refusal.of("The locks of the " + each.getKey(), failure));
      } else if (locks != null) {
        boolean deleted = needs.deleted().contains(each.getKey());
        locks.stream().filter(l -> deleted || isReadOnly(l)).forEach(blocking::add);
      }
    }
    if (!blocking.isEmpty()) {
      return notMet(text(blocking), fix(blocking));
    }
    return unanswered.isEmpty()
        ? met("No management lock is in the way.")
        : warning(
            String.join(" ", unanswered),
            "See to it that no lock is on them: a locked resource cannot be put back.");
  }

  private static boolean isReadOnly(ManagementLock lock) {
    return lock.level().equalsIgnoreCase(READ_ONLY);
  }

  private static String text(Set<ManagementLock> locks) {
    List<String> told =
        locks.stream().map(l -> l.name() + " (" + l.level() + ") on " + l.scope()).toList();
    return "Management locks are in the way: " + String.join(", ", told) + ".";
  }

  private static String fix(Set<ManagementLock> locks) {
    List<String> ids =
        locks.stream()
            .map(l -> l.scope() + "/providers/Microsoft.Authorization/locks/" + l.name())
            .toList();
    return "Have them removed for the time of the drill: az lock delete --ids "
        + String.join(" ", ids);
  }
}
