package io.github.hybridnet.simulator.dataplane;

/**
 * How a service is reached at this moment.
 *
 * @param reachable whether packets get there and back
 * @param network the virtual network in which the service stands
 * @param path {@code expressRoute}, {@code vpn} or {@code none}
 * @param connection the name of the connection that is used; empty if there is none
 */
public record ServiceReachability(
    boolean reachable, String network, String path, String connection) {
  /** The state of a new service: not reachable. */
  static final ServiceReachability NONE = new ServiceReachability(false, "", "none", "");
}
