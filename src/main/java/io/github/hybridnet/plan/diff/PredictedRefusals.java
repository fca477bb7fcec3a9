package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.PointToSiteClients;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Azure would refuse because of what exists, is not declared and is kept: said before anything
 * is changed, because the refusal would come after the first removals.
 */
public final class PredictedRefusals {
  private static final String FAST_PATH = "expressRouteGatewayBypass";

  /** ExpressRoute sizes with FastPath (expressroute/about-fastpath). */
  private static final Set<String> FAST = Set.of("ultraperformance", "ergw3az", "ergwscale");

  private final Plan plan;

  private PredictedRefusals(Plan plan) {
    this.plan = plan;
  }

  /** All of them, a sentence or two for each; empty when the plan can be carried out. */
  public static List<String> of(Plan plan) {
    PredictedRefusals found = new PredictedRefusals(plan);
    List<String> all = new ArrayList<>();
    plan.changes().stream()
        .filter(ResourceChange::isWrite)
        .forEach(c -> found.of(c).forEach(all::add));
    return all.stream().distinct().toList();
  }

  private Stream<String> of(ResourceChange resourceChange) {
    return switch (resourceChange.key().type()) {
      case VIRTUAL_NETWORK_GATEWAY ->
          Stream.of(
                  clients(resourceChange),
                  takenAddresses(resourceChange),
                  users(resourceChange),
                  obstacles(resourceChange))
              .flatMap(s -> s);
      case CONNECTION -> fastPath(resourceChange).stream();
      default -> Stream.empty();
    };
  }

  /** Two instances for tunnels and one more address for clients. */
  private static Stream<String> clients(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    return actual != null
            && PointToSiteClients.need(resourceChange.declared().body(), actual.body())
            && ChildResources.elements(resourceChange.declared().body(), "ipConfigurations").size()
                < 3
        ? Stream.of(
            "The VPN gateway '"
                + resourceChange.key().name()
                + "' has point-to-site clients that are not in the parameter files. An"
                + " active-active gateway with clients needs a third IP configuration, which these"
                + " files cannot have. Leave activeActive as it is, or switch it on with Azure's"
                + " own tools first.")
        : Stream.empty();
  }

  /** What is kept in the network and leaves no place for a gateway. */
  private Stream<String> obstacles(ResourceChange gateway) {
    return plan.changes().stream()
        .filter(c -> gateway.isMade() && c.key().type() == ResourceType.VIRTUAL_NETWORK)
        .filter(c -> gateway.declared().dependsOn().stream().anyMatch(c.key()::isSame))
        .flatMap(c -> Stream.ofNullable(c.actual()))
        .flatMap(network -> new NewGatewayRefusals(network).refusals());
  }

  /** A gateway's address that something else uses. */
  private Stream<String> takenAddresses(ResourceChange gateway) {
    return plan.changes().stream()
        .filter(c -> gateway.isMade() || c.action() == ResourceChange.Action.CREATE)
        .filter(c -> c.key().type() == ResourceType.PUBLIC_IP)
        .filter(c -> gateway.declared().dependsOn().stream().anyMatch(c.key()::isSame))
        .flatMap(c -> taken(gateway.key(), c).stream());
  }

  private Optional<String> taken(ResourceKey gateway, ResourceChange address) {
    ActualResource actual = address.actual();
    return Optional.ofNullable(actual)
        .map(a -> Objects.toString(a.observed().get("ipConfiguration"), ""))
        .flatMap(ResourceIdText::rootOf)
        .filter(holder -> !holder.equalsIgnoreCase(gateway.id()))
        .filter(holder -> !isRemoved(holder))
        .map(
            holder ->
                "The public IP address '"
                    + address.key().name()
                    + "' of the gateway '"
                    + gateway.name()
                    + "' in the parameter files is used by the "
                    + new ResourceIdText(gateway).one(holder)
                    + ". Write another name in publicIp.");
  }

  /** A gateway in the way is removed before, and its address is free then. */
  private boolean isRemoved(String id) {
    return plan.removals().stream().anyMatch(r -> r.key().id().equalsIgnoreCase(id));
  }

  /** NAT rules and connections of an instance that goes. */
  private Stream<String> users(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    if (actual == null || resourceChange.isMade()) {
      return Stream.empty();
    }
    List<String> gone =
        new GatewayInstances(resourceChange.declared(), actual)
            .spare().stream()
                .map(c -> resourceChange.key().id() + "/ipConfigurations/" + ChildResources.name(c))
                .toList();
    Stream<String> rules =
        ChildResources.elements(actual.body(), "natRules").stream()
            .filter(rule -> ResourceUsers.namesAny(rule, gone))
            .map(rule -> "NAT rule '" + ChildResources.name(rule) + "'");
    Stream<String> connections =
        plan.changes().stream()
            .filter(c -> c.key().type() == ResourceType.CONNECTION && c.actual() != null)
            .filter(c -> ResourceUsers.namesAny(Objects.requireNonNull(c.actual()).body(), gone))
            .map(c -> c.key().quoted());
    return Stream.concat(rules, connections)
        .map(
            user ->
                "The gateway '"
                    + resourceChange.key().name()
                    + "' has one instance in the parameter files, but the "
                    + user
                    + " belongs to an IP configuration that would be removed. Change the "
                    + user
                    + " first.");
  }

  /** FastPath is a setting of the connection, and only the largest gateways have it. */
  private Optional<String> fastPath(ResourceChange connection) {
    ActualResource actual = connection.actual();
    boolean fast =
        actual != null
            && Boolean.TRUE.equals(actual.properties().value(FAST_PATH))
            && connection.declared().properties().value(FAST_PATH) == null;
    return fast
        ? plan.changes().stream()
            .filter(c -> connection.declared().dependsOn().stream().anyMatch(c.key()::isSame))
            .filter(c -> c.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY && c.isWrite())
            .filter(c -> !FAST.contains(size(c.declared())))
            .map(
                c ->
                    "The connection '"
                        + connection.key().name()
                        + "' uses FastPath in Azure. The gateway '"
                        + c.key().name()
                        + "' does not support FastPath with the SKU in the parameter files. Set"
                        + " expressRouteGatewayBypass to false.")
            .findFirst()
        : Optional.empty();
  }

  private static String size(DeclaredResource gateway) {
    return gateway.properties().text("sku", "name").toLowerCase(Locale.ROOT);
  }
}
