package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.AzureAsn;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.path.PathReading.Route;
import io.github.hybridnet.drill.path.PrefixCoverage.CoverageGap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which prefixes and systems a disconnect affects, by the routes of the gateways. */
public final class BlastRadius {
  private BlastRadius() {}

  /** What changes its path, and which systems are behind it, as sentences. */
  public static List<String> of(PathReading reading, DrillTarget target) {
    List<String> lines = new ArrayList<>();
    List<String> prefixes = reading.expressRoute().prefixes();
    lines.add(moved(reading, target));
    List<CoverageGap> gaps =
        reading.vpn().routing().known()
            ? PrefixCoverage.gaps(prefixes, reading.vpn().prefixes())
            : List.of();
    if (!gaps.isEmpty()) {
      lines.add(
          "Not reachable during the drill, because the VPN does not lead there: "
              + PrefixCoverage.some(gaps)
              + ".");
    }
    List<Long> systems = onPremises(reading);
    if (!systems.isEmpty()) {
      lines.add(
          "On-premises autonomous systems behind ExpressRoute: "
              + PrefixCoverage.some(systems)
              + ".");
    }
    return lines;
  }

  private static String moved(PathReading reading, DrillTarget target) {
    List<String> prefixes = reading.expressRoute().prefixes();
    String way =
        " from the "
            + target.expressRoute().connection().key().quoted()
            + " to the "
            + target.vpn().connection().key().quoted();
    if (!reading.expressRoute().routing().known()) {
      return "It is not known which prefixes move" + way + ".";
    }
    return prefixes.isEmpty()
        ? "No prefix moves" + way + "."
        : (prefixes.size() == 1 ? "1 prefix moves" : prefixes.size() + " prefixes move")
            + way
            + ": "
            + PrefixCoverage.some(prefixes)
            + ".";
  }

  private static List<Long> onPremises(PathReading reading) {
    return reading.expressRoute().routing().routes().stream()
        .map(Route::asPath)
        .flatMap(path -> Stream.of(path.split("\\D+", -1)))
        .filter(asn -> !asn.isEmpty())
        .map(Long::valueOf)
        .filter(asn -> asn != AzureAsn.EXPRESS_ROUTE_EDGE && asn != 0)
        .distinct()
        .sorted()
        .toList();
  }
}
