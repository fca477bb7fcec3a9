package io.github.hybridnet.console;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.plan.CircuitFacts;
import io.github.hybridnet.plan.CircuitFacts.StandingPeering;
import java.util.ArrayList;
import java.util.List;

/** The peerings of a hand-over sheet: those that are declared, and those that stand. */
final class HandoverPeerings {
  private static final String AZURE_ASN = "12076";

  private final Circuit declared;
  private final CircuitFacts standing;

  HandoverPeerings(Circuit declared, CircuitFacts standing) {
    this.declared = declared;
    this.standing = standing;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Peering peering : declared.peerings()) {
      lines.addAll(declared(peering));
    }
    standing.peerings().stream()
        .filter(s -> declared.peerings().stream().noneMatch(d -> isSame(d, s)))
        .forEach(s -> lines.addAll(found(s)));
    if (lines.isEmpty()) {
      String provider = declared.provider().name();
      return new Facts().with("Peerings", "configured by " + provider + "; none yet").lines();
    }
    return lines;
  }

  private List<String> declared(Peering peering) {
    String state =
        standing.peerings().stream()
            .filter(s -> isSame(peering, s))
            .map(s -> s.state() + ", configured by us")
            .findFirst()
            .orElse("configured by us when the circuit is provisioned");
    return new Facts()
        .with("Peering", peering.type() + " (" + state + ")")
        .with("  VLAN id", String.valueOf(peering.vlanId()))
        .with("  Peer ASN", String.valueOf(peering.peerAsn()))
        .with("  Primary prefix", peering.primaryPeerAddressPrefix().text())
        .with("  Secondary prefix", peering.secondaryPeerAddressPrefix().text())
        .with("  Azure's ASN", AZURE_ASN)
        .with(
            "  MD5 key",
            peering.sharedKey() == null ? "none" : "declared, not shown; hand it over by itself")
        .lines();
  }

  private static List<String> found(StandingPeering peering) {
    return new Facts()
        .with("Peering", peering.type() + " (" + peering.state() + ", found in Azure)")
        .with("  VLAN id", peering.vlanId())
        .with("  Peer ASN", peering.peerAsn())
        .with("  Primary prefix", peering.primaryPrefix())
        .with("  Secondary prefix", peering.secondaryPrefix())
        .with("  Azure's ASN", AZURE_ASN)
        .lines();
  }

  static boolean isSame(Peering peering, StandingPeering standing) {
    return peering.type().equalsIgnoreCase(standing.type());
  }
}
