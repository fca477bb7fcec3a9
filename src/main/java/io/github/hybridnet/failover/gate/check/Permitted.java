package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Refusal;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This identity may take ExpressRoute away, put it back, and leave a marker. Source:
 * articles/role-based-access-control/permissions/networking.md.
 */
final class Permitted extends Gate {
  Permitted() {
    super(
        "permissions",
        Kind.RIGHTS,
        "This identity may pull the lever, undo it, and write the marker.",
        "articles/role-based-access-control/permissions/networking.md");
  }

  @Override
  public GateResult check(Situation situation) {
    List<String> forbidden = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    for (Map.Entry<ResourceKey, Sight<List<String>>> each :
        situation.seen().forbidden().entrySet()) {
      List<String> actions = each.getValue().value();
      CloudException failure = each.getValue().failure();
      if (failure != null) {
        unanswered.add(Refusal.of("The permissions on the " + each.getKey(), failure));
      } else if (actions != null && !actions.isEmpty()) {
        forbidden.add(String.join(", ", actions) + " on the " + each.getKey());
      }
    }
    if (!forbidden.isEmpty()) {
      return notMet(
          "This identity may not do " + String.join("; ", forbidden) + ".",
          "Give it a role with these actions, such as Network Contributor for the network and Tag"
              + " Contributor for the resource group.");
    }
    return unanswered.isEmpty()
        ? met("This identity may pull the lever, undo it, and write the marker.")
        : warning(
            String.join(" ", unanswered),
            "See to it that this identity may also undo what it does.");
  }
}
