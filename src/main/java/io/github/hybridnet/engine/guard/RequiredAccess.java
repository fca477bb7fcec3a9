package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ResourceKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What work needs to be allowed.
 *
 * @param actions rights, by the scope where they are asked for, which exists
 * @param scopes where locks are asked for, which exist
 * @param written what must not be locked against writing
 * @param removed what must not be locked against removal
 */
public record RequiredAccess(
    Map<ResourceKey, List<String>> actions,
    Set<ResourceKey> scopes,
    Set<ResourceKey> written,
    Set<ResourceKey> removed) {

  /** Copies the collections, in their order. */
  public RequiredAccess {
    actions = new LinkedHashMap<>(actions);
    scopes = new LinkedHashSet<>(scopes);
    written = new LinkedHashSet<>(written);
    removed = new LinkedHashSet<>(removed);
  }
}
