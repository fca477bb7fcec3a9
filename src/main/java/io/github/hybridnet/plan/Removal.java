package io.github.hybridnet.plan;

import java.util.List;

/**
 * The removal of a resource that stands: of one that is made anew, or of one that shall not stand
 * any more.
 *
 * @param actual the resource as it stands
 * @param after resources that must be gone before this one can be removed: Azure refuses to remove
 *     what is in use
 * @param reason why it is removed, for people to read, such as {@code properties.vpnType cannot be
 *     changed}
 * @param word what {@code hybridnet.allowReplace} must name for it, in any case of letters; empty
 *     when the user's word for the goal covers it
 */
public record Removal(ActualResource actual, List<ResourceKey> after, String reason, String word) {

  /** Copies the list. */
  public Removal {
    after = List.copyOf(after);
  }

  /** Which resource. */
  public ResourceKey key() {
    return actual.key();
  }

  /** The resources of which the removal must be the only writer at a time. */
  public List<ResourceKey> locks() {
    return RemovalLocks.of(actual);
  }
}
