package io.github.hybridnet.drill.api;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What Azure sees of the way to the site, from a machine inside the virtual network. Each question
 * takes some ten seconds, so that it is evidence beside probes and not one of them. Implementations
 * may be called from several threads. All methods throw {@link
 * io.github.hybridnet.arm.CloudException} when the cloud refuses or cannot be reached.
 */
public interface InsideViews {

  /**
   * A machine in the network.
   *
   * @param id its resource id
   * @param region the region that it is in, such as {@code westeurope}
   * @param address its private address
   */
  record InsideMachine(String id, String region, String address) {}

  /**
   * Whether the site is reached.
   *
   * @param reached whether packets got there
   * @param status in Azure's word, such as {@code Reachable}
   * @param sent how many probes Azure sent
   * @param failed how many of them failed
   * @param averageMillis the latency, if Azure reports it
   */
  record ReachResult(
      boolean reached, String status, long sent, long failed, OptionalLong averageMillis) {}

  /**
   * Where the network sends packets.
   *
   * @param type such as {@code VirtualNetworkGateway}, {@code Internet} or {@code None}
   * @param address of the next hop, empty where Azure names none
   */
  record RouteHop(String type, String address) {}

  /**
   * Finds the machine and the network watcher of its region.
   *
   * @param id its resource id
   * @throws InterruptedException when it is not waited for any longer
   */
  InsideMachine machine(String id) throws InterruptedException;

  /**
   * Has the machine connect to an address and port by TCP. Azure's agent has to be on it.
   *
   * @param limit how long to wait for Azure's answer
   */
  ReachResult reach(InsideMachine insideMachine, String address, int port, Duration limit)
      throws InterruptedException;

  /**
   * The next hop from the machine to an address.
   *
   * @param limit how long to wait for Azure's answer
   */
  RouteHop nextHop(InsideMachine insideMachine, String address, Duration limit)
      throws InterruptedException;
}
