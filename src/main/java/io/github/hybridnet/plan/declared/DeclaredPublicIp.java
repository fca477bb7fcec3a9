package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A declared public address of a gateway.
 *
 * @param resource the address as a resource
 */
public record DeclaredPublicIp(DeclaredResource resource) {
  /** Among the paths that count only at creation: no name is declared. */
  static final String NAME = "name";

  /** Where an address says its availability zones. */
  public static final String ZONES = "zones";

  public boolean isNamed() {
    return !resource.rules().createOnly().contains(NAME);
  }

  public boolean hasDeclaredZones() {
    return !resource.rules().createOnly().contains(ZONES);
  }

  /** The zones that it is declared with or would be made with. */
  public List<String> zones() {
    return zones(resource.body());
  }

  public static List<String> zones(Map<String, Object> body) {
    return body.get(ZONES) instanceof List<?> list
        ? List.copyOf(new TreeSet<>(list.stream().map(String::valueOf).toList()))
        : List.of();
  }

  /** The same declaration for an address that exists under another name. */
  public DeclaredResource standingAs(ResourceKey key) {
    String[] createOnly = resource.rules().createOnly().toArray(new String[0]);
    return new DeclaredResource(
        key,
        resource.body(),
        resource.dependsOn(),
        DeclaredResource.WriteRules.locking(key).onlyWhenCreated(createOnly));
  }

  /** The same address in other zones. */
  public DeclaredResource inZones(List<String> zones) {
    Map<String, Object> body = new LinkedHashMap<>(resource.body());
    body.remove(ZONES);
    if (!zones.isEmpty()) {
      body.put(ZONES, new ArrayList<>(zones));
    }
    return new DeclaredResource(resource.key(), body, resource.dependsOn(), resource.rules());
  }
}
