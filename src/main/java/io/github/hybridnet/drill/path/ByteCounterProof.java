package io.github.hybridnet.drill.path;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.ProofResult.ProofAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the byte counters of the two connections say. Azure brings them up to date every few
 * minutes, so that they prove nothing; only an ExpressRoute counter that grows long after
 * ExpressRoute was gone contradicts.
 */
public final class ByteCounterProof {
  /** By when counters are taken to have caught up; how long they lag is not documented. */
  static final Duration LAG = Duration.ofMinutes(10);

  private ByteCounterProof() {}

  /**
   * Holds the counters against a failover. Readings after ExpressRoute came back do not count: then
   * it may carry again.
   *
   * @param readings the drill's readings, in the order of time
   * @param gone when ExpressRoute was gone by its routes
   */
  public static ProofResult judge(List<PathReading> readings, Duration gone) {
    List<PathReading> since =
        readings.stream()
            .filter(r -> r.at().compareTo(gone) >= 0)
            .takeWhile(r -> PathProof.expressRouteGone(r).answer() != ProofAnswer.NO)
            .toList();
    List<PathReading> late =
        since.stream().filter(r -> r.at().compareTo(gone.plus(LAG)) >= 0).toList();
    Optional<Long> stillCarried = growth(late.stream().map(PathReading::expressRoute).toList());
    if (stillCarried.filter(bytes -> bytes > 0).isPresent()) {
      return ProofResult.no(
          "The ExpressRoute connection counted "
              + stillCarried.get()
              + " more bytes, more than "
              + LAG.toMinutes()
              + " minutes after its routes were gone. Packets may still use ExpressRoute.");
    }
    Optional<Long> vpn = growth(since.stream().map(PathReading::vpn).toList());
    if (vpn.filter(bytes -> bytes > 0).isPresent()) {
      return ProofResult.yes(
          "The VPN connection counted "
              + vpn.get()
              + " more bytes while ExpressRoute was disconnected.");
    }
    return ProofResult.unknown(
        "The byte counters prove nothing: Azure updates them only every few minutes.");
  }

  /** How much more the last one counted than the first; a counter that was reset proves nothing. */
  private static Optional<Long> growth(List<Path> paths) {
    List<Path> counted = paths.stream().filter(p -> p.bytesIn() >= 0 && p.bytesOut() >= 0).toList();
    if (counted.size() < 2) {
      return Optional.empty();
    }
    Path first = counted.get(0);
    Path last = counted.get(counted.size() - 1);
    long in = last.bytesIn() - first.bytesIn();
    long out = last.bytesOut() - first.bytesOut();
    return in < 0 || out < 0 ? Optional.empty() : Optional.of(in + out);
  }
}
