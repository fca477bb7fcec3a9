package io.github.hybridnet.console;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.status.GatewayStatus;
import io.github.hybridnet.status.NetworkStatus;
import io.github.hybridnet.status.ResourceStatus;
import io.github.hybridnet.text.ListText;
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

  /** The lines that {@code status} shows. */
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
    TextTable textTable = new TextTable("RESOURCE", "STATE", "DECLARATION", "HEALTH");
    for (ResourceStatus each : status.resources()) {
      textTable.row(each.key().toString(), each.state(), each.drift().label(), health(each));
    }
    lines.addAll(textTable.lines());
  }

  private static String health(ResourceStatus resource) {
    List<String> facts = new ArrayList<>();
    resource.health().forEach((name, value) -> facts.add(fact(name, value)));
    return facts.isEmpty() ? "-" : String.join(", ", facts);
  }

  private static String fact(String name, String value) {
    return switch (name) {
      case "serviceProviderProvisioningState" -> "provider " + value;
      case Peering.PRIVATE -> "private peering " + value;
      case "MicrosoftPeering" -> "Microsoft peering " + value;
      default -> value;
    };
  }

  private void differences() {
    List<String> details = new ArrayList<>();
    for (ResourceStatus each : status.resources()) {
      ResourceChange resourceChange = each.change();
      List<String> comparison =
          resourceChange == null ? List.of() : PlanText.comparison(resourceChange);
      if (!comparison.isEmpty()) {
        details.add("  " + each.key());
        comparison.forEach(line -> details.add("    " + line));
      }
    }
    if (!details.isEmpty()) {
      lines.add("");
      lines.add("Differences (actual -> declared):");
      lines.addAll(details);
    }
  }

  private void failures() {
    for (ResourceStatus each : status.resources()) {
      CloudException failure = each.failure();
      if (failure != null) {
        lines.add("Not readable: " + each.key() + ": " + failure.inWords());
      }
    }
  }

  private void peers() {
    TextTable textTable = new TextTable("BGP PEER OF", "NEIGHBOUR", "AS", "STATE", "ROUTES");
    for (GatewayStatus gateway : status.gateways()) {
      List<BgpPeer> peers = gateway.peers().value();
      for (BgpPeer peer : peers == null ? List.<BgpPeer>of() : peers) {
        textTable.row(
            gateway.key().name(),
            peer.neighbor(),
            Long.toString(peer.asn()),
            peer.state(),
            Long.toString(peer.routesReceived()));
      }
    }
    addUnlessEmpty(textTable);
    status.gateways().forEach(g -> unreadable("BGP peers", g, g.peers()));
  }

  private void routes() {
    TextTable textTable = new TextTable("LEARNED BY", "OVER", "ROUTES", "PREFIXES");
    for (GatewayStatus gateway : status.gateways()) {
      gateway
          .prefixes()
          .forEach(
              (source, prefixes) -> {
                if (!prefixes.isEmpty()) {
                  String count = Integer.toString(prefixes.size());
                  textTable.row(gateway.key().name(), source.label(), count, named(prefixes));
                }
              });
    }
    addUnlessEmpty(textTable);
    status.gateways().forEach(g -> unreadable("Learned routes", g, g.routes()));
  }

  private void addUnlessEmpty(TextTable textTable) {
    List<String> rows = textTable.lines();
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

  private static boolean isEmpty(ReadResult<? extends List<?>> readResult) {
    List<?> value = readResult.value();
    return value != null && value.isEmpty();
  }

  private void unreadable(String what, GatewayStatus gateway, ReadResult<?> readResult) {
    CloudException failure = readResult.failure();
    if (failure != null) {
      lines.add(what + " of " + gateway.key() + " not readable: " + failure.inWords());
    }
  }

  private static String named(List<String> prefixes) {
    return ListText.first(prefixes, NAMED);
  }
}
