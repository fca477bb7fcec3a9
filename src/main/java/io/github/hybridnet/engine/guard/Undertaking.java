package io.github.hybridnet.engine.guard;

import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Work that is about to be begun.
 *
 * @param needs what it needs to be allowed
 * @param touched what it changes or uses, and what must be at rest
 * @param made what it makes, for the first time or anew
 * @param duration how long it may take
 * @param irreversible whether it removes, disconnects, or makes what is billed: a question that is
 *     not answered then stops it
 */
public record Undertaking(
    Needs needs,
    Set<ResourceKey> touched,
    List<Made> made,
    Duration duration,
    boolean irreversible) {

  /** Copies the collections. */
  public Undertaking {
    touched = new LinkedHashSet<>(touched);
    made = List.copyOf(made);
  }

  /**
   * What is made.
   *
   * @param resource what is written
   * @param anew whether one of this name stands and is removed before
   * @param alternatives what is written instead when the service refuses with a certain code
   */
  public record Made(
      NewResource resource, boolean anew, List<DesiredResource.Alternative> alternatives) {

    /** Copies the list. */
    public Made {
      alternatives = List.copyOf(alternatives);
    }
  }
}
