package io.github.hybridnet.lab;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Counts what drills said against what was so. */
final class Tally {
  private int drills;
  private int falsePasses;
  private int falseFailures;
  private int outages;
  private int outsideOfBounds;
  private double worstErrorMillis;
  private int withinInterval;

  /** A drill whose outcome should have been another, or not. */
  synchronized void verdict(String scenario, String expected, String got) {
    drills++;
    boolean passed = got.equals("passed");
    if (!expected.equals(got)) {
      falsePasses += passed ? 1 : 0;
      falseFailures += expected.equals("passed") ? 1 : 0;
    }
    System.out.printf("LAB VERDICT %s: expected %s, got %s%n", scenario, expected, got);
  }

  /** What a drill measured, and what the captures say. */
  synchronized void outages(String scenario, DrillReport report, Captures captures)
      throws Exception {
    Captures.Loss truth = truth(captures, report.at("lever"), report.at("end"));
    for (DrillReport.Outage outage : report.outages()) {
      double error = Math.abs(outage.estimate() - (truth.atLeast() + truth.atMost()) / 2.0) / 1_000;
      outages++;
      worstErrorMillis = Math.max(worstErrorMillis, error);
      withinInterval += error <= Exercise.INTERVAL.toMillis() ? 1 : 0;
      outsideOfBounds += isWithin(outage, truth) ? 0 : 1;
      System.out.printf(
          Locale.ROOT,
          "LAB OUTAGE %s %s: reported %.1f ms (%.1f to %.1f), captured %.1f to %.1f, begins %.1f and ends"
              + " %.1f later, error %.1f%n",
          scenario,
          outage.target(),
          outage.estimate() / 1_000.0,
          outage.atLeast() / 1_000.0,
          outage.atMost() / 1_000.0,
          truth.atLeast() / 1_000.0,
          truth.atMost() / 1_000.0,
          later(outage, outage.begin(), truth.lastBefore(), truth.firstLost()),
          later(outage, outage.begin() + outage.estimate(), truth.lastLost(), truth.firstAfter()),
          error);
    }
  }

  /** When packets changed their way, and when the drill said so; both from what caused it. */
  void changes(String scenario, DrillReport report, Captures captures) throws Exception {
    List<Long> beats =
        captures.ofCircuit(Packet.UDP, LabService.ECHO).stream().map(Packet::micros).toList();
    long lever = Captures.micros(report.at("lever"));
    long restore = Captures.micros(report.at("restore"));
    long last = beats.stream().filter(at -> at < restore).reduce((a, b) -> b).orElseThrow();
    long first = beats.stream().filter(at -> at > restore).findFirst().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "LAB CHANGES %s: last packet on the circuit %.1f s after the lever, failed over said at %.1f"
            + " s; first packet back on it %.1f s after the restore began, restored said at %.1f"
            + " s%n",
        scenario,
        (last - lever) / 1e6,
        (Captures.micros(report.at("failedOver")) - lever) / 1e6,
        (first - restore) / 1e6,
        (Captures.micros(report.at("restored")) - restore) / 1e6);
  }

  /** How much later in milliseconds something was reported than it was; 0 where nothing was. */
  private static double later(DrillReport.Outage outage, long reported, long least, long most) {
    return outage.begin() == 0 ? 0 : (reported - (least + most) / 2.0) / 1_000;
  }

  /** Whether both can be true. What is shorter than an interval may slip through. */
  private static boolean isWithin(DrillReport.Outage outage, Captures.Loss truth) {
    long atMost = Math.max(outage.atMost(), Exercise.INTERVAL.toNanos() / 1_000);
    return outage.atLeast() <= truth.atMost() && truth.atLeast() <= atMost;
  }

  /** The longest loss of the network between two moments. */
  private static Captures.Loss truth(Captures captures, Instant from, Instant until)
      throws Exception {
    List<Captures.Loss> losses = captures.losses();
    return losses.stream()
        .filter(loss -> loss.firstAfter() < 0 || loss.firstAfter() > Captures.micros(from))
        .filter(loss -> loss.firstLost() < Captures.micros(until))
        .max(Comparator.comparingLong(Captures.Loss::atMost))
        .orElse(new Captures.Loss(0, 0, 0, 0));
  }

  int falsePasses() {
    return falsePasses;
  }

  int falseFailures() {
    return falseFailures;
  }

  int outsideOfBounds() {
    return outsideOfBounds;
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "LAB SUMMARY %d drills: %d false passes, %d false failures; %d outages measured, error %.1f"
            + " ms at most, %d within one interval of %d ms, %d outside of their bounds%n",
        drills,
        falsePasses,
        falseFailures,
        outages,
        worstErrorMillis,
        withinInterval,
        Exercise.INTERVAL.toMillis(),
        outsideOfBounds);
  }
}
