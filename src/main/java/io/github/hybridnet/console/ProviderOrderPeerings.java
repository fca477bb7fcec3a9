package io.github.hybridnet.console;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualCircuit.ActualPeering;
import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import java.util.ArrayList;
import java.util.List;

/** The peerings of a provider order form: declared and actual ones. */
final class ProviderOrderPeerings {
  private static final String AZURE_ASN = Long.toString(AzureAsn.EXPRESS_ROUTE_EDGE);

  private final Circuit declared;
  private final ActualCircuit actual;

  ProviderOrderPeerings(Circuit declared, ActualCircuit actual) {
    this.declared = declared;
    this.actual = actual;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Peering peering : declared.peerings()) {
      lines.addAll(declared(peering));
    }
    actual.peerings().stream()
        .filter(s -> declared.peerings().stream().noneMatch(d -> isSame(d, s)))
        .forEach(s -> lines.addAll(found(s)));
    if (lines.isEmpty()) {
      String provider = declared.provider().name();
      return new FactList().with("Peerings", "configured by " + provider + "; none yet").lines();
    }
    return lines;
  }

  private List<String> declared(Peering peering) {
    String state =
        actual.peerings().stream()
            .filter(s -> isSame(peering, s))
            .map(s -> s.state() + ", configured by us")
            .findFirst()
            .orElse("configured by us when the circuit is provisioned");
    return new FactList()
        .with("Peering", peering.type() + " (" + state + ")")
        .with("  VLAN id", String.valueOf(peering.vlanId()))
        .with("  Peer ASN", String.valueOf(peering.peerAsn()))
        .with("  Primary prefix", peering.primaryPeerAddressPrefix().text())
        .with("  Secondary prefix", peering.secondaryPeerAddressPrefix().text())
        .with("  Azure's ASN", AZURE_ASN)
        .with(
            "  MD5 key",
            peering.sharedKey() == null ? "none" : "declared, not shown here; send it separately")
        .lines();
  }

  private static List<String> found(ActualPeering peering) {
    return new FactList()
        .with("Peering", peering.type() + " (" + peering.state() + ", found in Azure)")
        .with("  VLAN id", peering.vlanId())
        .with("  Peer ASN", peering.peerAsn())
        .with("  Primary prefix", peering.primaryPrefix())
        .with("  Secondary prefix", peering.secondaryPrefix())
        .with("  Azure's ASN", AZURE_ASN)
        .lines();
  }

  static boolean isSame(Peering peering, ActualPeering actual) {
    return peering.type().equalsIgnoreCase(actual.type());
  }
}
