package io.github.hybridnet.console;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.GatewayViews.BgpPeer;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.engine.status.GatewayStatus;
import io.github.hybridnet.engine.status.NetworkStatus;
import io.github.hybridnet.engine.status.ResourceStatus;
import io.github.hybridnet.plan.Change;
import java.util.ArrayList;
import java.util.List;

/** The status of a network: one table of resources, and below it what does not fit into a table. */
public final class StatusText {
  /** How many prefixes are named of many; all of them are in {@code status.json}. */
  private static final int NAMED = 4;

  private final NetworkStatus status;
  private final List<String> lines = new ArrayList<>();

  private StatusText(NetworkStatus status) {
    this.status = status;
  }

  /** The lines. */
  public static List<String> lines(NetworkStatus status) {
    StatusText text = new StatusText(status);
    text.resources();
    text.differences();
    text.failures();
    text.peers();
    text.routes();
    text.silent();
    return List.copyOf(text.lines);
  }

  private void resources() {
    Table table = new Table("RESOURCE", "STATE", "DECLARATION", "HEALTH");
    for (ResourceStatus each : status.resources()) {
      table.row(each.key().toString(), each.state(), each.drift().label(), health(each));
    }
    lines.addAll(table.lines());
  }

  private static String health(ResourceStatus resource) {
    List<String> facts = new ArrayList<>();
    resource.health().forEach((name, value) -> facts.add(fact(name, value)));
    return facts.isEmpty() ? "-" : String.join(", ", facts);
  }

  private static String fact(String name, String value) {
    return switch (name) {
      case "serviceProviderProvisioningState" -> "provider " + value;
      case "AzurePrivatePeering" -> "private peering " + value;
      case "MicrosoftPeering" -> "Microsoft peering " + value;
      default -> value;
    };
  }

  private void differences() {
    List<String> details = new ArrayList<>();
    for (ResourceStatus each : status.resources()) {
      Change change = each.change();
      List<String> comparison = change == null ? List.of() : PlanText.comparison(change);
      if (!comparison.isEmpty()) {
        details.add("  " + each.key());
        comparison.forEach(line -> details.add("    " + line));
      }
    }
    if (!details.isEmpty()) {
      lines.add("");
      lines.add("Differences (found -> declared):");
      lines.addAll(details);
    }
  }

  private void failures() {
    for (ResourceStatus each : status.resources()) {
      CloudException failure = each.failure();
      if (failure != null) {
        lines.add("Not readable: " + each.key() + ": " + EventText.cause(failure));
      }
    }
  }

  private void peers() {
    Table table = new Table("BGP PEER OF", "NEIGHBOUR", "AS", "STATE", "ROUTES");
    for (GatewayStatus gateway : status.gateways()) {
      List<BgpPeer> peers = gateway.peers().value();
      for (BgpPeer peer : peers == null ? List.<BgpPeer>of() : peers) {
        table.row(
            gateway.key().name(),
            peer.neighbor(),
            Long.toString(peer.asn()),
            peer.state(),
            Long.toString(peer.routesReceived()));
      }
    }
    addUnlessEmpty(table);
    status.gateways().forEach(g -> unreadable("BGP peers", g, g.peers()));
  }

  private void routes() {
    Table table = new Table("LEARNED BY", "OVER", "ROUTES", "PREFIXES");
    for (GatewayStatus gateway : status.gateways()) {
      gateway
          .prefixes()
          .forEach(
              (source, prefixes) -> {
                if (!prefixes.isEmpty()) {
                  String count = Integer.toString(prefixes.size());
                  table.row(gateway.key().name(), source.label(), count, named(prefixes));
                }
              });
    }
    addUnlessEmpty(table);
    status.gateways().forEach(g -> unreadable("Learned routes", g, g.routes()));
  }

  private void addUnlessEmpty(Table table) {
    List<String> rows = table.lines();
    if (rows.size() > 1) {
      lines.add("");
      lines.addAll(rows);
    }
  }

  private void silent() {
    List<String> names =
        status.gateways().stream()
            .filter(g -> isEmpty(g.peers()) && isEmpty(g.routes()))
            .map(g -> g.key().name())
            .toList();
    if (!names.isEmpty()) {
      lines.add("No BGP peers and no learned routes: " + String.join(", ", names));
    }
  }

  private static boolean isEmpty(Sight<? extends List<?>> sight) {
    List<?> value = sight.value();
    return value != null && value.isEmpty();
  }

  private void unreadable(String what, GatewayStatus gateway, Sight<?> sight) {
    CloudException failure = sight.failure();
    if (failure != null) {
      lines.add(what + " of " + gateway.key() + " not readable: " + EventText.cause(failure));
    }
  }

  private static String named(List<String> prefixes) {
    return prefixes.size() <= NAMED
        ? String.join(", ", prefixes)
        : String.join(", ", prefixes.subList(0, NAMED))
            + " and "
            + (prefixes.size() - NAMED)
            + " more";
  }
}
