package io.github.hybridnet.drill.measure;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A path with random outages, and what probes see of it, in milliseconds. Packets are lost that are
 * at a certain point of the path, in either direction, during an outage; TCP repeats lost packets.
 */
final class SimulatedPath {
  static final double SYN_LIMIT = 950;
  private static final double[] SYN_REPEATED = {0, 1_000, 3_000};

  final double interval;
  final double timeout;
  final double late;
  final double slowestAnswer;
  final List<double[]> outages = new ArrayList<>();
  final List<ProbeSample> samples = new ArrayList<>();

  /** When the first packet of each probe was lost; NaN when none was. In the order of samples. */
  final List<Double> losses = new ArrayList<>();

  private final Random random;
  private final double point;
  private final boolean http;
  private final double[] leg;
  private final double[] legAfter;

  SimulatedPath(long seed) {
    random = new Random(seed);
    interval = pick(10, 50, 100, 250, 1_000);
    timeout = pick(interval < 300 ? 300 : interval, 900, 900, 3_000);
    late = pick(0, 0.02, 0.2, 0.9) * interval;
    point = random.nextDouble();
    http = random.nextBoolean();
    double most = Math.min(timeout / 10, pick(0.5, 5, 40));
    leg = legs(most);
    legAfter = legs(most);
    slowestAnswer = (http ? 4 : 2) * Math.max(leg[1], legAfter[1]);
    double end = cut();
    probe(end);
  }

  private double[] legs(double most) {
    double slowest = most * (0.1 + 0.9 * random.nextDouble());
    return new double[] {slowest * random.nextDouble(), slowest};
  }

  private double pick(double... from) {
    return from[random.nextInt(from.length)];
  }

  private double cut() {
    double at = 30 * interval + timeout;
    int count = 1 + random.nextInt(4);
    boolean worst = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      double begin = at + interval * pick(0.3, 3, 60) * random.nextDouble();
      double end = begin + interval * pick(0.5, 3, 30) * random.nextDouble();
      at = worst ? Math.max(at, besideProbe(begin)) : begin;
      outages.add(new double[] {at, worst ? Math.max(at, besideProbe(end)) : end});
      at = outages.get(i)[1];
    }
    return at + 30 * interval + 4 * timeout;
  }

  /** While packets of a probe are on their way: there the bounds are nearest to the truth. */
  private double besideProbe(double moment) {
    return Math.floor(moment / interval) * interval + slowestAnswer * random.nextDouble();
  }

  private void probe(double end) {
    for (int n = 0; n * interval < end; n++) {
      double at = n * interval + late * random.nextDouble();
      send(n, at);
    }
  }

  private void send(int number, double at) {
    double[] lost = {Double.NaN};
    double answered = connect(at, lost);
    boolean connected = answered - at <= Math.min(SYN_LIMIT, timeout);
    if (connected && http) {
      answered = request(answered, lost);
    }
    boolean ok = connected && answered - at <= timeout;
    double took = ok ? answered - at : connected ? timeout : Math.min(SYN_LIMIT, timeout);
    samples.add(new ProbeSample("a", number, nanos(at), nanos(took), ok, ok ? "" : "no answer"));
    losses.add(lost[0]);
  }

  private double connect(double at, double[] lost) {
    for (double repeated : SYN_REPEATED) {
      double answered = roundTrip(at + repeated, lost);
      if (!Double.isNaN(answered)) {
        return answered;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double request(double at, double[] lost) {
    double pause = 200;
    for (double sent = at; sent < at + timeout; sent += pause, pause *= 2) {
      double answered = roundTrip(sent, lost);
      if (!Double.isNaN(answered)) {
        return answered;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double roundTrip(double sent, double[] lost) {
    double there = leg(sent);
    double back = leg(sent);
    for (double passes : new double[] {sent + there * point, sent + there + back * (1 - point)}) {
      if (isOut(passes)) {
        lost[0] = Double.isNaN(lost[0]) ? passes : lost[0];
        return Double.NaN;
      }
    }
    return sent + there + back;
  }

  private double leg(double sent) {
    double[] now = sent < outages.get(0)[0] ? leg : legAfter;
    return now[0] + (now[1] - now[0]) * random.nextDouble();
  }

  private boolean isOut(double moment) {
    return outages.stream().anyMatch(outage -> outage[0] <= moment && moment < outage[1]);
  }

  static Duration nanos(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1_000_000.0;
  }
}
