package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Set;

/**
 * The removal of an existing resource: of one that is created again, or of one that shall not exist
 * any more.
 *
 * @param actual the resource as Azure has it
 * @param after resources that must be gone before this one can be removed: Azure refuses to remove
 *     what is in use
 * @param reason why it is removed, for people to read, such as {@code properties.vpnType cannot be
 *     changed}
 * @param replaceNames what {@code hybridnet.allowReplace} may name for it, in any case of letters:
 *     the name of the resource whose change causes it, or its own; empty when the confirmation of
 *     the goal covers it
 */
public record ResourceRemoval(
    ActualResource actual, List<ResourceKey> after, String reason, List<String> replaceNames) {

  /** Copies the lists, which cannot be changed afterwards. */
  public ResourceRemoval {
    after = List.copyOf(after);
    replaceNames = List.copyOf(replaceNames);
  }

  /** The name that is asked for; empty where the removal needs none. */
  public String replaceName() {
    return replaceNames.isEmpty() ? "" : replaceNames.get(0);
  }

  /** Whether one of the given names allows this removal. */
  boolean isAllowed(Set<String> given) {
    return replaceNames.isEmpty()
        || replaceNames.stream().anyMatch(name -> given.stream().anyMatch(name::equalsIgnoreCase));
  }

  /** The key of the removed resource. */
  public ResourceKey key() {
    return actual.key();
  }

  /** Whether Azure removes with the resource what others may have added to it. */
  public boolean takesPartsWithIt() {
    return ChildResources.LISTS.containsKey(key().type());
  }

  /**
   * What has been added to the resource since: it would be removed with it, though nobody knew of
   * it.
   *
   * @param now the resource as Azure has it now
   */
  public List<String> added(ActualResource now) {
    return ChildResources.LISTS.getOrDefault(key().type(), List.of()).stream()
        .flatMap(
            list -> {
              List<String> known =
                  ChildResources.elements(actual.body(), list).stream()
                      .map(ChildResources::name)
                      .toList();
              return ChildResources.elements(now.body(), list).stream()
                  .map(ChildResources::name)
                  .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase));
            })
        .toList();
  }

  /** The resources of which the removal must be the only writer at a time. */
  public List<ResourceKey> locks() {
    return RemovalLocks.of(actual);
  }
}
