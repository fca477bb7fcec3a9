package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.path.PathReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A period in which the gateways reported the same path.
 *
 * @param carrier who carries it
 * @param begin from which reading on, since the drill's begin
 * @param end until which one
 * @param readings how many readings reported it
 */
public record PathSpan(Carrier carrier, Duration begin, Duration end, int readings) {

  /** Who carries the traffic, by the routes that the gateways learned. */
  public enum Carrier {
    /** Its gateway learned routes. */
    EXPRESS_ROUTE("ExpressRoute"),
    /** ExpressRoute's has none, and the VPN is connected and has some. */
    VPN("VPN"),
    /** Neither path carried traffic. */
    NONE("no path"),
    /** The gateways could not be asked. */
    UNKNOWN("not known");

    private final String label;

    Carrier(String label) {
      this.label = label;
    }

    /** As shown to users. */
    public String label() {
      return label;
    }

    static Carrier of(PathReading reading) {
      if (reading.expressRoute().hasPrefixes()) {
        return EXPRESS_ROUTE;
      }
      if (!reading.expressRoute().routing().known()) {
        return UNKNOWN;
      }
      PathReading.Path vpn = reading.vpn();
      if (vpn.isUp() && vpn.hasPrefixes()) {
        return VPN;
      }
      boolean unknown = !vpn.routing().known() || (vpn.isSilent() && !vpn.isUp());
      return unknown ? UNKNOWN : NONE;
    }
  }

  /** What readings say, each until the next one; the last one until the drill's end. */
  public static List<PathSpan> of(List<PathReading> readings, Duration end) {
    List<PathSpan> spans = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Duration until = i + 1 < readings.size() ? readings.get(i + 1).at() : end;
      Carrier carrier = Carrier.of(readings.get(i));
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).carrier() == carrier) {
        PathSpan before = spans.get(last);
        spans.set(last, new PathSpan(carrier, before.begin(), until, before.readings() + 1));
      } else {
        spans.add(new PathSpan(carrier, readings.get(i).at(), until, 1));
      }
    }
    return List.copyOf(spans);
  }
}
