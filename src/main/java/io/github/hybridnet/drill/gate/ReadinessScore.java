package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.gate.GateResult.Status;
import java.util.Comparator;
import java.util.List;

/**
 * How ready a network is for the loss of ExpressRoute, judged without touching anything. It begins
 * at 100, and each gate that does not hold costs as many points as its kind says.
 *
 * @param score 0 to 100
 * @param text the score, as a sentence
 * @param parts what cost how much
 * @param mend what is wrong and what to do about it, the most costly first
 */
public record ReadinessScore(int score, String text, List<String> parts, List<String> mend) {
  private static final int FULL = 100;

  /** Copies the lists, which cannot be changed afterwards. */
  public ReadinessScore {
    parts = List.copyOf(parts);
    mend = List.copyOf(mend);
  }

  /** The readiness by the results of a preflight. */
  public static ReadinessScore of(List<GateResult> results) {
    List<GateResult> costly =
        results.stream()
            .filter(r -> r.status() != Status.MET)
            .sorted(Comparator.comparingInt(ReadinessScore::cost).reversed())
            .toList();
    int lost = costly.stream().mapToInt(ReadinessScore::cost).sum();
    int score = Math.max(0, FULL - lost);
    return new ReadinessScore(
        score,
        "Readiness " + score + " of 100: " + judged(costly) + ".",
        costly.stream().filter(r -> cost(r) > 0).map(r -> r.id() + " -" + cost(r)).toList(),
        costly.stream().filter(r -> !r.fix().isEmpty()).map(ReadinessScore::text).toList());
  }

  private static int cost(GateResult result) {
    return StandardGates.kind(result).cost(result.status());
  }

  private static String judged(List<GateResult> costly) {
    long broken = costly.stream().filter(r -> r.status() != Status.WARNING).count();
    long warned = costly.size() - broken;
    if (costly.isEmpty()) {
      return "all that Azure reports shows that the VPN would take over";
    }
    return (broken == 0 ? "" : count(broken) + " not met")
        + (broken > 0 && warned > 0 ? ", " : "")
        + (warned == 0 ? "" : warned + (warned == 1 ? " warning" : " warnings"));
  }

  private static String count(long gates) {
    return gates == 1 ? "1 gate is" : gates + " gates are";
  }

  private static String text(GateResult result) {
    return result.text() + " Fix: " + result.fix();
  }
}
