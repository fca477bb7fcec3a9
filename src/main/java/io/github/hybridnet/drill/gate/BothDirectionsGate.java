package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading.Path;

/**
 * Whether packets have gone both ways through the tunnel. Azure knows only its own end: a BGP
 * session is one proof that answers come back, counted bytes are another (source:
 * Microsoft.Network/connections, {@code ingressBytesTransferred} and {@code
 * egressBytesTransferred}).
 */
final class BothDirectionsGate extends DrillGate {
  BothDirectionsGate() {
    super(
        "both-directions",
        GateKind.NOTE,
        "Packets go both ways through the tunnel, as far as Azure reports.",
        "Microsoft.Network/connections, API 2025-03-01");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    Path vpn = gateContext.reading().vpn();
    if (vpn.peersConnected() > 0) {
      return met("A BGP session with the on-premises device is up in the tunnel.");
    }
    if (vpn.bytesIn() > 0 && vpn.bytesOut() > 0) {
      return met("The VPN connection has counted bytes in both directions.");
    }
    return warning(
        "Azure does not show that the on-premises side answers through the tunnel: no BGP session"
            + " is up in it, and the VPN connection counted "
            + counted(vpn.bytesIn())
            + " in and "
            + counted(vpn.bytesOut())
            + " out.",
        "make sure that the on-premises side routes the virtual network into the tunnel when"
            + " ExpressRoute is down. Only probes can prove it");
  }

  private static String counted(long bytes) {
    return bytes < 0 ? "an unknown number of bytes" : bytes + " bytes";
  }
}
