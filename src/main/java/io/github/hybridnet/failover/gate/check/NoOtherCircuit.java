package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.Properties;
import io.github.hybridnet.failover.gate.Refusal;
import io.github.hybridnet.plan.ActualResource;
import java.util.List;

/**
 * No other circuit takes over instead of the VPN. Source:
 * articles/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering.md.
 */
final class NoOtherCircuit extends Gate {
  NoOtherCircuit() {
    super(
        "other-circuits",
        Kind.TAKEOVER,
        "The ExpressRoute gateway has no other circuit that would take over instead of the VPN.",
        "articles/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering.md");
  }

  @Override
  public GateResult check(Situation situation) {
    CloudException failure = situation.seen().connections().failure();
    if (failure != null) {
      return warning(
          Refusal.of(
              "The list of connections of the " + situation.target().expressRoute().gateway(),
              failure),
          "");
    }
    List<ActualResource> others = OtherCircuits.of(situation);
    return others.isEmpty()
        ? met("The ExpressRoute gateway has no other circuit.")
        : notMet(
            "The "
                + situation.target().expressRoute().gateway()
                + " is also connected by "
                + String.join(", ", others.stream().map(NoOtherCircuit::told).toList())
                + ": that would carry the traffic, and the drill would prove nothing of the VPN.",
            "Drill with that connection away, or override this gate to see whether it takes over.");
  }

  private static String told(ActualResource connection) {
    return connection.key().name() + " to " + Properties.text(connection, "peer/id");
  }
}
