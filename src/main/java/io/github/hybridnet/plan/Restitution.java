package io.github.hybridnet.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a resource that was removed is made again as it stood. What the service does not show of it
 * comes from the declaration, where that is of the same resource.
 */
public final class Restitution {
  private static final String SHARED_KEY = "sharedKey";
  private static final String AUTHORIZATION_KEY = "authorizationKey";
  private static final String PROPERTIES = "properties";

  private final Plan plan;
  private final Removal removal;

  /**
   * The restitution of what a plan removed.
   *
   * @param plan what was declared
   * @param removal what was removed
   */
  public Restitution(Plan plan, Removal removal) {
    this.plan = plan;
    this.removal = removal;
  }

  /**
   * What is written.
   *
   * @param others all that is made again, of which some must come before
   */
  public Change change(List<Removal> others) {
    ResourceKey key = removal.key();
    List<ResourceKey> before =
        others.stream()
            .filter(other -> other.after().stream().anyMatch(key::isSame))
            .map(Removal::key)
            .toList();
    DesiredResource.WriteRules rules =
        new DesiredResource.WriteRules(
            Set.copyOf(removal.locks()), Set.of(), List.of(), false, Map.of(), Map.of(), true);
    DesiredResource desired = new DesiredResource(key, body(), before, rules);
    return new Change(Change.Action.CREATE, desired, null, List.of());
  }

  /** The name of a secret without which it cannot be made again; empty when there is none. */
  public String unknownSecret() {
    boolean tunnel =
        removal.key().type() == ResourceType.CONNECTION
            && Way.of(removal.actual().body()) != Way.EXPRESS_ROUTE;
    return tunnel && !Bodies.map(body().get(PROPERTIES)).containsKey(SHARED_KEY)
        ? "shared key"
        : "";
  }

  private Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>(removal.actual().body());
    Map<String, Object> properties = new LinkedHashMap<>(Bodies.map(body.get(PROPERTIES)));
    plan.changes().stream()
        .map(Change::desired)
        .filter(desired -> desired.key().isSame(removal.key()))
        .forEach(desired -> addSecrets(desired, properties));
    body.put(PROPERTIES, properties);
    return body;
  }

  private static void addSecrets(DesiredResource desired, Map<String, Object> properties) {
    Map<String, Object> declared = Bodies.map(desired.body().get(PROPERTIES));
    add(SHARED_KEY, declared, properties);
    String peer = Objects.toString(Bodies.map(properties.get("peer")).get("id"), "");
    if (peer.equalsIgnoreCase(String.valueOf(Bodies.map(declared.get("peer")).get("id")))) {
      add(AUTHORIZATION_KEY, declared, properties);
    }
  }

  private static void add(String name, Map<String, Object> from, Map<String, Object> to) {
    Object value = from.get(name);
    if (value != null) {
      to.putIfAbsent(name, value);
    }
  }
}
