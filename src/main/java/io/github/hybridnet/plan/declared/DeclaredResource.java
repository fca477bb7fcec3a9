package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource as declared.
 *
 * @param key which resource
 * @param body what is written to Azure Resource Manager: maps, lists, strings, numbers, booleans,
 *     and {@link io.github.hybridnet.model.Secret} for secret values
 * @param dependsOn resources that must exist before this one is written
 * @param rules what else the engine must know to write it
 */
public record DeclaredResource(
    ResourceKey key, Map<String, Object> body, List<ResourceKey> dependsOn, WriteRules rules) {

  /** Copies the list, which cannot be changed afterwards. */
  public DeclaredResource {
    dependsOn = List.copyOf(dependsOn);
  }

  /** The members of its {@code properties}; an empty view where it has none. */
  public ResourceBody properties() {
    return new ResourceBody(body).properties();
  }

  /** The same resource with more that must exist before it. */
  DeclaredResource alsoAfter(ResourceKey other) {
    List<ResourceKey> more = new ArrayList<>(dependsOn);
    more.add(other);
    return new DeclaredResource(key, body, more, rules);
  }

  /** The same resource with what is written instead when the service refuses it with a code. */
  DeclaredResource orElse(String errorCode, DeclaredResource instead) {
    return new DeclaredResource(
        key, body, dependsOn, rules.orElse(new Alternative(errorCode, List.of(instead))));
  }

  /** The same resource, written also for secrets that the service does not show. */
  public DeclaredResource writingHiddenSecrets() {
    return new DeclaredResource(key, body, dependsOn, rules.writingHiddenSecrets());
  }

  /**
   * How a resource is written.
   *
   * @param locks resources of which this write must be the only one at a time: Azure answers {@code
   *     AnotherOperationInProgress} to a second writer
   * @param createOnly paths that are set when the resource is created and never compared afterwards
   * @param alternatives what to write instead when the service refuses the creation with a certain
   *     code
   * @param hiddenSecrets whether a secret that the service does not show counts as different
   * @param restated what belongs to existing parts, is not shown by the service, and would be lost
   *     if an update did not say it again; never compared
   * @param expected what the declaration says of values that the service assigns, in the shape of a
   *     body; never written
   * @param asActual whether the body is what the service shows of it, and not a declaration
   */
  public record WriteRules(
      Set<ResourceKey> locks,
      Set<String> createOnly,
      List<Alternative> alternatives,
      boolean hiddenSecrets,
      Map<String, Object> restated,
      Map<String, Object> expected,
      boolean asActual) {

    /** Copies the collections, which cannot be changed afterwards. */
    public WriteRules {
      locks = Set.copyOf(locks);
      createOnly = Set.copyOf(createOnly);
      alternatives = List.copyOf(alternatives);
      restated = Map.copyOf(restated);
      expected = Map.copyOf(expected);
    }

    /** No rules but the locks. */
    public static WriteRules locking(ResourceKey... locks) {
      return new WriteRules(Set.of(locks), Set.of(), List.of(), false, Map.of(), Map.of(), false);
    }

    /** The same rules with paths that are not compared. */
    public WriteRules onlyWhenCreated(String... paths) {
      return new WriteRules(
          locks, Set.of(paths), alternatives, hiddenSecrets, restated, expected, asActual);
    }

    /** The same rules with an alternative. */
    WriteRules orElse(Alternative alternative) {
      return new WriteRules(
          locks, createOnly, List.of(alternative), hiddenSecrets, restated, expected, asActual);
    }

    WriteRules writingHiddenSecrets() {
      return new WriteRules(locks, createOnly, alternatives, true, restated, expected, asActual);
    }

    WriteRules restating(Map<String, Object> hidden) {
      return new WriteRules(
          locks, createOnly, alternatives, hiddenSecrets, hidden, expected, asActual);
    }

    WriteRules expecting(Map<String, Object> assigned) {
      return new WriteRules(
          locks, createOnly, alternatives, hiddenSecrets, restated, assigned, asActual);
    }
  }

  /**
   * What to write instead.
   *
   * @param errorCode the service's refusal
   * @param instead what to write then, in order
   */
  public record Alternative(String errorCode, List<DeclaredResource> instead) {

    /** Copies the list, which cannot be changed afterwards. */
    public Alternative {
      instead = List.copyOf(instead);
    }
  }
}
