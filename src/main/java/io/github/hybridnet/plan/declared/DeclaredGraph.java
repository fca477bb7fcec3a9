package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The declared resources by their ids, and what of them needs what. */
public final class DeclaredGraph {
  /** Parts that are declared inside their whole; others are never decided upon. */
  private static final Set<ResourceType> LISTED =
      Set.of(ResourceType.SUBNET, ResourceType.SECURITY_RULE);

  private final Map<String, DeclaredResource> resources = new LinkedHashMap<>();
  private final Map<String, Set<String>> users = new LinkedHashMap<>();

  /** The resources, and those that may have been made as the alternative of one of them. */
  public DeclaredGraph(Collection<DeclaredResource> declared) {
    declared.forEach(this::add);
    declared.forEach(
        d -> d.rules().alternatives().forEach(each -> each.instead().forEach(this::add)));
  }

  private void add(DeclaredResource resource) {
    String id = resource.key().comparableId();
    resources.putIfAbsent(id, resource);
    resource
        .dependsOn()
        .forEach(
            need -> users.computeIfAbsent(need.comparableId(), k -> new LinkedHashSet<>()).add(id));
  }

  public List<ResourceKey> keys() {
    return resources.values().stream().map(DeclaredResource::key).toList();
  }

  /** What needs this resource. */
  public List<ResourceKey> usersOf(ResourceKey key) {
    return users.getOrDefault(key.comparableId(), Set.of()).stream()
        .map(resources::get)
        .map(DeclaredResource::key)
        .toList();
  }

  /** All keys, each after the keys of everything that needs it. */
  public List<ResourceKey> usersFirst() {
    Map<String, ResourceKey> placed = new LinkedHashMap<>();
    keys().forEach(key -> place(key, new LinkedHashSet<>(), placed));
    return List.copyOf(placed.values());
  }

  private void place(ResourceKey key, Set<String> begun, Map<String, ResourceKey> placed) {
    if (placed.containsKey(key.comparableId()) || !begun.add(key.comparableId())) {
      return;
    }
    usersOf(key).forEach(user -> place(user, begun, placed));
    placed.put(key.comparableId(), key);
  }

  /** Whether this is the id of a declared resource. */
  public boolean contains(String id) {
    return resources.containsKey(id.toLowerCase(Locale.ROOT));
  }

  /** Whether this is the id of a declared resource or of something inside it. */
  public boolean containsInside(String id) {
    return contains(id) || ResourceIdText.rootOf(id).filter(this::contains).isPresent();
  }

  /** Whether this is a declared resource, or a declared part of one. */
  public boolean isDeclaredPart(ResourceKey key) {
    return contains(key.id()) || LISTED.contains(key.type());
  }

  /** Whether a declared resource has a named element in one of its lists. */
  boolean hasElement(ResourceKey whole, String list, String name) {
    DeclaredResource resource = resources.get(whole.comparableId());
    return resource != null
        && ChildResources.elements(resource.body(), list).stream()
            .anyMatch(e -> name.equalsIgnoreCase(ChildResources.name(e)));
  }

  /** What is in a list of a resource and is declared, or what is not. */
  public List<Map<String, Object>> elements(ActualResource actual, String list, boolean declared) {
    List<Map<String, Object>> found = new ArrayList<>(ChildResources.elements(actual.body(), list));
    found.removeIf(e -> hasElement(actual.key(), list, ChildResources.name(e)) != declared);
    return found;
  }
}
