package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that exist, that were not shown, and that a planned write would take away: a PUT of
 * Microsoft.Network replaces, and what is not sent again is gone.
 *
 * <p>By the interface's description of gateways, local gateways, connections, circuits and
 * peerings, three kinds of secret are not in the answer to a GET: RADIUS secrets (asked for by
 * {@code listRadiusSecrets}), MD5 keys of peerings (never shown), and the authorization key of a
 * connection, which Azure reads only when the connection is created.
 */
public final class HiddenSecrets {
  private static final String ADDRESS = "radiusServerAddress";
  private static final String SECRET = "radiusServerSecret";

  private HiddenSecrets() {}

  /**
   * The RADIUS secret of one server.
   *
   * @param gateway whose clients the server knows
   * @param server the server's address
   */
  public record RadiusSecret(ResourceKey gateway, String server) {}

  /** The RADIUS secrets that a plan would take away. */
  public static List<RadiusSecret> radius(Plan plan) {
    return writes(plan, ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(
            resourceChange ->
                servers(RequestBody.of(resourceChange)).stream()
                    .map(server -> new RadiusSecret(resourceChange.key(), server))
                    .distinct())
        .toList();
  }

  /** The actual peerings that a plan would write without knowing their MD5 keys. */
  public static List<ResourceKey> peerings(Plan plan) {
    Stream<ResourceKey> inCircuits =
        writes(plan, ResourceType.CIRCUIT)
            .filter(resourceChange -> !resourceChange.areTagsAlone())
            .flatMap(HiddenSecrets::inCircuit);
    Stream<ResourceKey> themselves =
        writes(plan, ResourceType.PEERING)
            .filter(resourceChange -> !hasKey(RequestBody.of(resourceChange)))
            .map(ResourceChange::key);
    return Stream.concat(inCircuits, themselves).distinct().toList();
  }

  private static Stream<ResourceChange> writes(Plan plan, ResourceType type) {
    return plan.changes().stream()
        .filter(c -> c.key().type() == type && c.isWrite() && c.actual() != null);
  }

  private static Stream<ResourceKey> inCircuit(ResourceChange circuit) {
    return ChildResources.elements(RequestBody.of(circuit), "peerings").stream()
        .filter(peering -> !hasKey(peering))
        .map(
            peering ->
                ChildResources.key(
                    circuit.key(), ResourceType.PEERING, ChildResources.name(peering)));
  }

  private static boolean hasKey(Map<String, Object> peering) {
    return isKnown(new ResourceBody(peering).value("properties", "sharedKey"));
  }

  /** The addresses of servers that are there without their secret, at any depth. */
  private static List<String> servers(Map<String, Object> body) {
    List<String> servers = new ArrayList<>();
    Object address = body.get(ADDRESS);
    if (address != null && !address.toString().isBlank() && !isKnown(body.get(SECRET))) {
      servers.add(address.toString());
    }
    for (Object value : body.values()) {
      if (value instanceof Map<?, ?>) {
        servers.addAll(servers(ResourceBody.map(value)));
      } else {
        ResourceBody.maps(value).forEach(element -> servers.addAll(servers(element)));
      }
    }
    return servers;
  }

  private static boolean isKnown(@Nullable Object secret) {
    return secret != null && !(secret instanceof String text && text.isBlank());
  }
}
