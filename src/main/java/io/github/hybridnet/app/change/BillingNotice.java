package io.github.hybridnet.app.change;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.DestroyPlanText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.Collection;
import java.util.List;

/** Warns of what is billed, unless the cloud is simulated. */
public final class BillingNotice {
  private final CloudSession cloud;
  private final LineWriter out;

  public BillingNotice(CloudSession cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /** Lists the billed ones of these resources; writes nothing if there is none. */
  public void warn(String begin, Collection<ResourceKey> resources) {
    if (cloud.bills()) {
      DestroyPlanText.billed(begin, resources).forEach(out::warn);
    }
  }

  /** Lists what a plan that is about to be carried out creates and Azure bills. */
  void warnOfCreation(Plan plan) {
    warn("Billed from now on: ", created(plan));
  }

  /** Lists what would be billed if a plan were carried out. */
  public void warnOfPreview(Plan plan) {
    warn("Would be billed: ", created(plan));
  }

  private static List<ResourceKey> created(Plan plan) {
    return plan.with(ResourceChange.Action.CREATE).stream().map(ResourceChange::key).toList();
  }
}
