package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public addresses that the simulator assigns: those reserved for documentation (RFC 5737),
 * then those for benchmarks of networks (RFC 2544). No host on the Internet has one.
 */
public final class PublicAddressPool {
  private static final List<String> IPV4_RANGES =
      Stream.concat(
              Stream.of("203.0.113.", "198.51.100.", "192.0.2."),
              Stream.of("198.18.", "198.19.")
                  .flatMap(half -> IntStream.range(0, 256).mapToObj(net -> half + net + ".")))
          .toList();
  private static final String IPV6_RANGE = "2001:db8:1::";
  private static final int HOSTS = 254;
  private static final int HOSTS6 = 0xffff;

  private PublicAddressPool() {}

  /** Gives a static address its value, if it has none yet. */
  static void assignStatic(World world, ArmId id) {
    world
        .resources()
        .find(id)
        .filter(PublicIpChecks::isStatic)
        .ifPresent(address -> assign(world, id, address));
  }

  /** Assigns the value of an address, static or dynamic, that is attached to a running resource. */
  public static void assignAttached(World world, ArmId id) {
    world.resources().find(id).ifPresent(address -> assign(world, id, address));
  }

  /** Takes the value from a dynamic address that is no longer attached. */
  public static void release(World world, ArmId id) {
    boolean dynamic =
        world.resources().find(id).filter(each -> !PublicIpChecks.isStatic(each)).isPresent();
    if (dynamic) {
      world.resources().change(id, stored -> JsonMembers.properties(stored).remove("ipAddress"));
    }
  }

  private static void assign(World world, ArmId id, ObjectNode address) {
    if (JsonMembers.text(address, "properties", "ipAddress") != null) {
      return;
    }
    boolean version6 =
        "IPv6".equals(JsonMembers.text(address, "properties", "publicIPAddressVersion"));
    String free = firstFree(taken(world)::contains, version6);
    world
        .resources()
        .changeQuietly(
            id,
            stored ->
                JsonMembers.insertAfter(
                    JsonMembers.properties(stored),
                    "resourceGuid",
                    "ipAddress",
                    JsonMembers.value(free)));
  }

  private static Set<String> taken(World world) {
    return world.resources().all(NetworkTypes.PUBLIC_IP).stream()
        .map(each -> String.valueOf(JsonMembers.text(each, "properties", "ipAddress")))
        .collect(Collectors.toSet());
  }

  /**
   * The first address that is not taken.
   *
   * @throws ArmException if all are
   */
  static String firstFree(Predicate<String> taken, boolean version6) {
    return (version6 ? candidates6() : candidates4())
        .filter(each -> !taken.test(each))
        .findFirst()
        .orElseThrow(() -> exhausted(version6 ? HOSTS6 : IPV4_RANGES.size() * HOSTS));
  }

  private static Stream<String> candidates4() {
    return IPV4_RANGES.stream()
        .flatMap(range -> IntStream.rangeClosed(1, HOSTS).mapToObj(host -> range + host));
  }

  private static Stream<String> candidates6() {
    return IntStream.rangeClosed(1, HOSTS6)
        .mapToObj(host -> IPV6_RANGE + Integer.toHexString(host));
  }

  /** The service's own limit is by quota; this is the simulator's. */
  private static RuntimeException exhausted(int limit) {
    return NetworkErrors.refused(
        "PublicIPCountLimitReached",
        "Cannot create more than %d public IP addresses for this subscription in this region."
            .formatted(limit));
  }
}
