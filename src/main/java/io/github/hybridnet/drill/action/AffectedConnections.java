package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who else uses the circuit or the gateway of a drill. */
final class AffectedConnections {
  private final DisconnectContext context;

  AffectedConnections(DisconnectContext context) {
    this.context = context;
  }

  /**
   * The other connections of the circuit, as far as they can be seen.
   *
   * @param fate what becomes of each
   */
  List<String> onCircuit(String fate) {
    List<String> lines = others(context.target().circuit().key(), "over the same circuit", fate);
    List<String> all = new ArrayList<>(lines);
    all.add(
        "Connections to the circuit from subscriptions that this identity cannot read are not"
            + " listed.");
    return all;
  }

  /**
   * The other connections of the ExpressRoute gateway.
   *
   * @param fate what becomes of each
   */
  List<String> onGateway(String fate) {
    return others(context.target().expressRoute().gateway(), "of the same gateway", fate);
  }

  private List<String> others(ResourceKey end, String where, String fate) {
    ResourceKey own = context.target().expressRoute().connection().key();
    Map<String, String> lines = new TreeMap<>();
    try {
      for (ActualResource each : context.ports().cloud().connectionsOf(end)) {
        if (!each.key().isSame(own)) {
          lines.put(
              each.key().comparableId(),
              "The "
                  + each.key().quoted()
                  + " "
                  + where
                  + " (resource group '"
                  + each.key().resourceGroup()
                  + "') "
                  + fate
                  + ".");
        }
      }
    } catch (CloudException failure) {
      return List.of(
          "Other connections " + where + " could not be read: " + failure.inWords() + ".");
    }
    return List.copyOf(lines.values());
  }
}
