package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a resource that was removed is created again as it was. What the service does not show of it
 * comes from the declaration, where that is of the same resource.
 */
public final class RollbackChange {
  private static final String SHARED_KEY = "sharedKey";
  private static final String AUTHORIZATION_KEY = "authorizationKey";
  private static final String PROPERTIES = "properties";

  private final Plan plan;
  private final ResourceRemoval resourceRemoval;

  /**
   * The restitution of what a plan removed.
   *
   * @param plan what was declared
   * @param resourceRemoval what was removed
   */
  public RollbackChange(Plan plan, ResourceRemoval resourceRemoval) {
    this.plan = plan;
    this.resourceRemoval = resourceRemoval;
  }

  /**
   * The change that creates the resource again as it was.
   *
   * @param others all that is made again, of which some must come before
   */
  public ResourceChange change(List<ResourceRemoval> others) {
    ResourceKey key = resourceRemoval.key();
    List<ResourceKey> before =
        others.stream()
            .filter(other -> other.after().stream().anyMatch(key::isSame))
            .map(ResourceRemoval::key)
            .toList();
    DeclaredResource.WriteRules rules =
        new DeclaredResource.WriteRules(
            Set.copyOf(resourceRemoval.locks()),
            Set.of(),
            List.of(),
            false,
            Map.of(),
            Map.of(),
            true);
    DeclaredResource resource = new DeclaredResource(key, body(), before, rules);
    return new ResourceChange(ResourceChange.Action.CREATE, resource, null, List.of());
  }

  /** The name of a secret without which it cannot be made again; empty when there is none. */
  public String unknownSecret() {
    boolean tunnel =
        resourceRemoval.key().type() == ResourceType.CONNECTION
            && ConnectivityPath.of(resourceRemoval.actual().body())
                != ConnectivityPath.EXPRESS_ROUTE;
    return tunnel && new ResourceBody(body()).value(PROPERTIES, SHARED_KEY) == null
        ? "shared key"
        : "";
  }

  private Map<String, Object> body() {
    ActualResource actual = resourceRemoval.actual();
    Map<String, Object> properties = new LinkedHashMap<>(actual.properties().members());
    plan.changes().stream()
        .map(ResourceChange::declared)
        .filter(resource -> resource.key().isSame(resourceRemoval.key()))
        .forEach(resource -> addSecrets(resource, properties));
    return new ResourceBody(actual.body()).with(properties, PROPERTIES).members();
  }

  private static void addSecrets(DeclaredResource resource, Map<String, Object> properties) {
    ResourceBody declared = resource.properties();
    add(SHARED_KEY, declared, properties);
    String peer = new ResourceBody(properties).text("peer", "id");
    if (!peer.isEmpty() && peer.equalsIgnoreCase(declared.text("peer", "id"))) {
      add(AUTHORIZATION_KEY, declared, properties);
    }
  }

  private static void add(String name, ResourceBody from, Map<String, Object> to) {
    Object value = from.value(name);
    if (value != null) {
      to.putIfAbsent(name, value);
    }
  }
}
