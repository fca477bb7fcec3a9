package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;

/** What does not work while a plan is carried out, as far as sources tell. */
public final class Outages {
  private Outages() {}

  /** The outages of a plan, those of the ways to the on-premises network first. */
  public static List<Outage> of(Plan plan) {
    List<WayOutage> ways =
        List.of(new WayOutage(plan, Way.EXPRESS_ROUTE), new WayOutage(plan, Way.VPN));
    List<Outage> outages = new ArrayList<>();
    ways.forEach(way -> outages.addAll(way.outages()));
    if (ways.stream().allMatch(WayOutage::isDown)) {
      outages.add(
          new Outage(
              List.of(),
              "While both are down, nothing connects the virtual network with the on-premises"
                  + " network.",
              null));
    }
    outages.addAll(new NewAddresses(plan).outages());
    plan.with(Change.Action.UPDATE).forEach(c -> outages.addAll(InPlaceOutages.of(c, plan)));
    return List.copyOf(outages);
  }
}
