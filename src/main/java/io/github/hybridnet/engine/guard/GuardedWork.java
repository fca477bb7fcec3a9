package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.declared.DeclaredResource;
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
public record GuardedWork(
    RequiredAccess needs,
    Set<ResourceKey> touched,
    List<PlannedCreation> made,
    Duration duration,
    boolean irreversible) {

  /** Copies the collections, which cannot be changed afterwards. */
  public GuardedWork {
    touched = new LinkedHashSet<>(touched);
    made = List.copyOf(made);
  }

  /**
   * A resource that the work creates.
   *
   * @param resource what is written
   * @param anew whether one of this name exists and is removed before
   * @param alternatives what is written instead when the service refuses with a certain code
   */
  public record PlannedCreation(
      NewResource resource, boolean anew, List<DeclaredResource.Alternative> alternatives) {

    /** Copies the list, which cannot be changed afterwards. */
    public PlannedCreation {
      alternatives = List.copyOf(alternatives);
    }
  }
}
