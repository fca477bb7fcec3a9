package io.github.hybridnet.drill.path;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What Azure said of both paths at a moment.
 *
 * @param at when the answers were complete, since the drill's begin
 * @param expressRoute the path over ExpressRoute
 * @param vpn the path over the VPN
 * @param peeringState state of the circuit's private peering, {@code Enabled}, {@code Disabled},
 *     {@code absent}, {@code not reported}, or {@code unknown} when it cannot be read
 * @param problems what could not be read and why
 */
public record PathReading(
    Duration at, Path expressRoute, Path vpn, String peeringState, List<UnreadPart> problems) {

  /** What is said of something that could not be read. */
  public static final String UNKNOWN = "unknown";

  /** What is said of a state that Azure does not report of what it shows. */
  public static final String NOT_REPORTED = "not reported";

  /** What is said of something that does not exist. */
  public static final String ABSENT = "absent";

  /** In the place of a number of peers that could not be read, or whose states say nothing. */
  public static final int PEERS_UNKNOWN = -1;

  /** In the place of a number of peers where a gateway lists none of the other side. */
  public static final int NO_PEERS_LISTED = -2;

  private static final Set<String> DOWN = Set.of("notconnected", "connecting", ABSENT);

  /** A state as part of a sentence: in quotes, unless Azure did not report one. */
  public static String shown(String state) {
    return state.equals(UNKNOWN) || state.equals(NOT_REPORTED) || state.equals(ABSENT)
        ? state
        : "'" + state + "'";
  }

  /** Copies the list, which cannot be changed afterwards. */
  public PathReading {
    problems = List.copyOf(problems);
  }

  /** A reading without problems. */
  public PathReading(Duration at, Path expressRoute, Path vpn, String peeringState) {
    this(at, expressRoute, vpn, peeringState, List.of());
  }

  /**
   * Something that could not be read.
   *
   * @param text a sentence that says what and why
   * @param code the code of Azure's answer, such as {@code ResourceNotFound}
   */
  public record UnreadPart(String text, String code) {}

  /**
   * What Azure reports about one path.
   *
   * @param connectionState its connection's provisioning state, {@code absent} or {@code unknown}
   * @param connectionStatus its connection's status, such as {@code Connected}, {@code absent} or
   *     {@code unknown}
   * @param peersConnected how many BGP peers of its gateway, of the other side, are connected;
   *     {@link #PEERS_UNKNOWN}, {@link #NO_PEERS_LISTED}
   * @param prefixes what its gateway learned over this path, or for a VPN without BGP what the
   *     on-premises device is declared to have
   * @param bytesIn what the connection brought in so far, or -1 when Azure does not say
   * @param bytesOut what it carried out so far, or -1
   * @param routing how the prefixes are known
   */
  public record Path(
      String connectionState,
      String connectionStatus,
      int peersConnected,
      List<String> prefixes,
      long bytesIn,
      long bytesOut,
      Routing routing) {

    /** Copies the list, which cannot be changed afterwards. */
    public Path {
      prefixes = List.copyOf(prefixes);
    }

    /** A path whose prefixes are known, and nothing more of its routes. */
    public Path(
        String connectionState,
        String connectionStatus,
        int peersConnected,
        List<String> prefixes,
        long bytesIn,
        long bytesOut) {
      this(
          connectionState,
          connectionStatus,
          peersConnected,
          prefixes,
          bytesIn,
          bytesOut,
          new Routing(true, List.of()));
    }

    /** Whether its connection says that it is connected. */
    public boolean isConnected() {
      return connectionStatus.equalsIgnoreCase("Connected");
    }

    /**
     * Whether its connection says that it is not connected. A connection that says nothing does
     * not, nor one that says what is not known here: healthy ones of ExpressRoute have been seen
     * without a status (published output of {@code az network vpn-connection show}, status null).
     */
    boolean isDown() {
      return DOWN.contains(connectionStatus.toLowerCase(Locale.ROOT));
    }

    /** Whether the status of its connection says neither. */
    public boolean isSilent() {
      return !isConnected() && !isDown();
    }

    /**
     * Whether its connection is up, by its status or else by its BGP sessions, and where nothing is
     * known of these by routes that were learned over it.
     */
    public boolean isUp() {
      return isConnected()
          || (isSilent() && (peersConnected > 0 || (peersConnected < 0 && hasLearned())));
    }

    private boolean hasLearned() {
      return routing.known() && routing.routes().stream().anyMatch(Route::isLearned);
    }

    /** Whether the service says that the last write of the connection has succeeded. */
    public boolean isSucceeded() {
      return connectionState.equalsIgnoreCase("Succeeded");
    }

    /** Whether its prefixes are known and there are some. */
    public boolean hasPrefixes() {
      return routing.known() && !prefixes.isEmpty();
    }
  }

  /**
   * How the prefixes of a path are known.
   *
   * @param known whether the gateway answered: without prefixes it has none only if it did
   * @param routes all routes over this path, those learned and those that are static
   */
  public record Routing(boolean known, List<Route> routes) {
    /** The gateway did not report its routes. */
    public static final Routing UNKNOWN = new Routing(false, List.of());

    /** Copies the list, which cannot be changed afterwards. */
    public Routing {
      routes = List.copyOf(routes);
    }
  }

  /**
   * A route of one path, learned or static.
   *
   * @param prefix the network that it leads to
   * @param nextHop the next hop's address, empty for a static one
   * @param weight the heavier one is taken; 0 for a static one
   * @param asPath the autonomous systems on the way, separated by {@code -}; empty for a static one
   */
  public record Route(String prefix, String nextHop, int weight, String asPath) {

    /** A route that nobody announced: a prefix of the on-premises device's declaration. */
    static Route fixed(String prefix) {
      return new Route(prefix, "", 0, "");
    }

    /** Whether somebody announced it. */
    boolean isLearned() {
      return !nextHop.isEmpty() || !asPath.isEmpty();
    }
  }
}
