package io.github.hybridnet.failover.gate;

import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.plan.ResourceKey;
import java.util.function.Function;

/** What is asked about the paths. */
enum Question {
  EXPRESS_ROUTE_CONNECTION("", t -> t.expressRoute().connection().key(), Question::resource),
  VPN_CONNECTION("", t -> t.vpn().connection().key(), Question::resource),
  DEVICE("", DrillTarget::localNetworkGateway, Question::resource),
  PEERING("", t -> t.circuit().peering(), Question::resource),
  EXPRESS_ROUTE_PEERS("BGP peers of ", t -> t.expressRoute().gateway(), Question::peers),
  VPN_PEERS("BGP peers of ", t -> t.vpn().gateway(), Question::peers),
  EXPRESS_ROUTE_ROUTES("learned routes of ", t -> t.expressRoute().gateway(), Question::routes),
  VPN_ROUTES("learned routes of ", t -> t.vpn().gateway(), Question::routes);

  private final String view;
  private final Function<DrillTarget, ResourceKey> about;
  private final Way way;

  /** How it is asked. */
  @FunctionalInterface
  interface Way {
    Answer ask(Ports ports, ResourceKey about) throws InterruptedException;
  }

  Question(String view, Function<DrillTarget, ResourceKey> about, Way way) {
    this.view = view;
    this.about = about;
    this.way = way;
  }

  Answer ask(Ports ports, DrillTarget target) throws InterruptedException {
    return way.ask(ports, about.apply(target));
  }

  /** What is asked for, at the begin of a sentence. */
  String what(DrillTarget target) {
    return "The " + view + (view.isEmpty() ? "" : "the ") + about.apply(target);
  }

  private static Answer resource(Ports ports, ResourceKey key) {
    return Answer.of(ports.cloud().read(key));
  }

  private static Answer peers(Ports ports, ResourceKey gateway) throws InterruptedException {
    return Answer.ofPeers(ports.views().bgpPeers(gateway));
  }

  private static Answer routes(Ports ports, ResourceKey gateway) throws InterruptedException {
    return Answer.ofRoutes(ports.views().learnedRoutes(gateway));
  }
}
