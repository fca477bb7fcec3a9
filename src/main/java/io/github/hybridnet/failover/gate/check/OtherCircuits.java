package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;

/** Connections of the ExpressRoute gateway beside the one that is drilled. */
final class OtherCircuits {
  private OtherCircuits() {}

  static List<ActualResource> of(Situation situation) {
    ResourceKey drilled = situation.target().expressRoute().connection().key();
    List<ActualResource> all = situation.seen().connections().value();
    return all == null
        ? List.of()
        : all.stream()
            .filter(c -> Properties.text(c, "connectionType").equalsIgnoreCase("ExpressRoute"))
            .filter(c -> !c.key().isSame(drilled))
            .toList();
  }
}
