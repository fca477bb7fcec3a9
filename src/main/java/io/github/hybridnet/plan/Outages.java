package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;

/** What does not work while a plan is carried out, as far as sources tell. */
public final class Outages {
  private Outages() {}

  /** The outages of a plan: first that nothing carries traffic, then those of each way. */
  public static List<Outage> of(Plan plan) {
    List<Outage> outages = new ArrayList<>();
    Blackout.of(plan).ifPresent(text -> outages.add(new Outage(List.of(), text, null)));
    for (Way way : Way.values()) {
      outages.addAll(new WayOutage(plan, way).outages());
    }
    outages.addAll(new NewAddresses(plan).outages());
    plan.with(Change.Action.UPDATE).forEach(c -> outages.addAll(InPlaceOutages.of(c, plan)));
    return List.copyOf(outages);
  }
}
