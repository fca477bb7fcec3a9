package io.github.hybridnet.lab;

import java.io.IOException;
import java.util.List;

/** The lab's circuit, which can go away and come back. */
final class LabCircuit {
  private static final String SESSION = "to_msee";

  private final String namespaces;
  private final Bird gateway;
  private final List<Side> sides;
  private volatile boolean silently;

  /**
   * A router that learns a prefix over the circuit.
   *
   * @param router which one
   * @param prefix what it learns
   * @param session from whom
   */
  record Side(Bird router, String prefix, String session) {}

  /**
   * The circuit.
   *
   * @param namespaces what the names of the namespaces begin with
   * @param gateway the ExpressRoute gateway
   * @param sides the routers at both of its ends
   */
  LabCircuit(String namespaces, Bird gateway, List<Side> sides) {
    this.namespaces = namespaces;
    this.gateway = gateway;
    this.sides = List.copyOf(sides);
  }

  /** Whether it goes without a word the next time. */
  void silently(boolean wanted) {
    silently = wanted;
  }

  /** Takes it away. */
  void cut() throws IOException, InterruptedException {
    if (silently) {
      // Both ends keep their carrier, and nothing arrives.
      provider("nomaster");
    } else {
      gateway.disable(SESSION);
    }
  }

  /** Puts it back, however it was taken away. */
  void mend() throws IOException, InterruptedException {
    provider("master", "bridge");
    gateway.enable(SESSION);
  }

  /** Whether both ends route over it. */
  boolean isThere() throws IOException {
    for (Side side : sides) {
      if (!side.router().hasRoute(side.prefix(), side.session())) {
        return false;
      }
    }
    return true;
  }

  private void provider(String... port) throws IOException, InterruptedException {
    List<String> words = new java.util.ArrayList<>();
    words.addAll(List.of("ip", "-n", namespaces + "provider", "link", "set", "customer"));
    words.addAll(List.of(port));
    Programs.demand(words, java.util.Map.of());
  }
}
