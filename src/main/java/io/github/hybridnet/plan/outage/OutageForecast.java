package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;

/** What does not work while a plan is carried out, as far as sources tell. */
public final class OutageForecast {
  private OutageForecast() {}

  /** The outages of a plan: first that nothing carries traffic, then those of each way. */
  public static List<ExpectedOutage> of(Plan plan) {
    List<ExpectedOutage> outages = new ArrayList<>();
    TotalOutage.of(plan).ifPresent(text -> outages.add(new ExpectedOutage(List.of(), text, null)));
    for (ConnectivityPath connectivityPath : ConnectivityPath.values()) {
      outages.addAll(new PathOutage(plan, connectivityPath).outages());
    }
    outages.addAll(new NewAddressOutages(plan).outages());
    plan.with(ResourceChange.Action.UPDATE)
        .forEach(c -> outages.addAll(InPlaceOutages.of(c, plan)));
    return List.copyOf(outages);
  }
}
