package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ResourceKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not work while a plan is carried out.
 *
 * @param resources what does not work, or what interrupts it
 * @param text a sentence or two for people to read
 * @param estimate for how long, by recorded times; null where nobody has measured it
 */
public record ExpectedOutage(
    List<ResourceKey> resources, String text, @Nullable Duration estimate) {

  /** Copies the list, which cannot be changed afterwards. */
  public ExpectedOutage {
    resources = List.copyOf(resources);
  }
}
