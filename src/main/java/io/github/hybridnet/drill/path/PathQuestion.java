package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import java.util.function.Function;

/** What is asked about the paths. */
enum PathQuestion {
  EXPRESS_ROUTE_CONNECTION("", t -> t.expressRoute().connection().key(), PathQuestion::resource),
  VPN_CONNECTION("", t -> t.vpn().connection().key(), PathQuestion::resource),
  DEVICE("", DrillTarget::localNetworkGateway, PathQuestion::resource),
  PEERING("", t -> t.circuit().peering(), PathQuestion::resource),
  EXPRESS_ROUTE_PEERS("BGP peers of ", t -> t.expressRoute().gateway(), PathQuestion::peers),
  VPN_PEERS("BGP peers of ", t -> t.vpn().gateway(), PathQuestion::peers),
  EXPRESS_ROUTE_ROUTES("learned routes of ", t -> t.expressRoute().gateway(), PathQuestion::routes),
  VPN_ROUTES("learned routes of ", t -> t.vpn().gateway(), PathQuestion::routes);

  private final String view;
  private final Function<DrillTarget, ResourceKey> about;
  private final PathRequest pathRequest;

  /** How it is asked. */
  @FunctionalInterface
  interface PathRequest {
    PathAnswer ask(DrillPorts drillPorts, ResourceKey about) throws InterruptedException;
  }

  PathQuestion(String view, Function<DrillTarget, ResourceKey> about, PathRequest pathRequest) {
    this.view = view;
    this.about = about;
    this.pathRequest = pathRequest;
  }

  PathAnswer ask(DrillPorts drillPorts, DrillTarget target) throws InterruptedException {
    return pathRequest.ask(drillPorts, about.apply(target));
  }

  /** What is asked for, at the begin of a sentence. */
  String what(DrillTarget target) {
    return "The " + view + (view.isEmpty() ? "" : "the ") + about.apply(target).quoted();
  }

  private static PathAnswer resource(DrillPorts drillPorts, ResourceKey key) {
    return PathAnswer.of(drillPorts.cloud().read(key));
  }

  private static PathAnswer peers(DrillPorts drillPorts, ResourceKey gateway)
      throws InterruptedException {
    return PathAnswer.ofPeers(drillPorts.views().bgpPeers(gateway));
  }

  private static PathAnswer routes(DrillPorts drillPorts, ResourceKey gateway)
      throws InterruptedException {
    return PathAnswer.ofRoutes(drillPorts.views().learnedRoutes(gateway));
  }
}
