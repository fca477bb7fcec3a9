package io.github.hybridnet.lab;

import java.io.IOException;
import java.util.List;

/**
 * The ways that packets can go, as the hops that they meet, and that they go.
 *
 * @param lab where
 */
record Ways(Lab lab) {

  /** Which way. */
  enum Way {
    EXPRESS_ROUTE,
    VPN,
    /** There and back differ, or nothing arrives. */
    NEITHER
  }

  /** The way that packets go at this moment, there and back. */
  Way now() throws IOException, InterruptedException {
    List<String> there = Trace.hops(lab.namespaces(), "host", lab.address("VM"));
    List<String> back = Trace.hops(lab.namespaces(), "vm", lab.address("HOST"));
    if (there.equals(thereOverCircuit()) && back.equals(backOverCircuit())) {
      return Way.EXPRESS_ROUTE;
    }
    return there.equals(thereOverTunnel()) && back.equals(backOverTunnel()) ? Way.VPN : Way.NEITHER;
  }

  private List<String> thereOverCircuit() {
    return addresses("EDGE", "PEERING_MICROSOFT", "GATEWAY_TO_EDGE", "ROUTER", "VM");
  }

  private List<String> backOverCircuit() {
    return addresses("VM_ROUTER", "ER_GATEWAY", "EDGE_TO_GATEWAY", "PEERING_CUSTOMER", "HOST");
  }

  private List<String> thereOverTunnel() {
    return addresses("EDGE", "VPN_GATEWAY", "ROUTER", "VM");
  }

  private List<String> backOverTunnel() {
    return addresses("VM_ROUTER", "VPN_GATEWAY", "EDGE", "HOST");
  }

  private List<String> addresses(String... names) {
    return List.of(names).stream().map(lab::address).toList();
  }
}
