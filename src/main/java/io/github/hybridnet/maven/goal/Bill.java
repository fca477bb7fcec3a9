package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.DestructionText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Collection;
import java.util.List;

/** What costs money, as far as the cloud bills anybody. */
final class Bill {
  private final OpenCloud cloud;
  private final LineWriter out;

  Bill(OpenCloud cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /** Names what is billed of these resources; nothing is said where nothing of them is. */
  void tell(String begin, Collection<ResourceKey> resources) {
    if (cloud.bills()) {
      DestructionText.billed(begin, resources).forEach(out::warn);
    }
  }

  /** Names what is billed from its creation by a plan that is about to be carried out. */
  void announce(Plan plan) {
    tell("Billed from now on: ", created(plan));
  }

  /** Names what would be billed if a plan were carried out. */
  void preview(Plan plan) {
    tell("Would be billed: ", created(plan));
  }

  private static List<ResourceKey> created(Plan plan) {
    return plan.with(Change.Action.CREATE).stream().map(Change::key).toList();
  }
}
