package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.Locale;

/** Why a probe failed, in a few words. They never hold anything that a user or a server wrote. */
final class ProbeFailureText {
  private ProbeFailureText() {}

  static String noAnswer(Duration timeout) {
    return "no answer within " + shown(timeout);
  }

  static String late(Duration took) {
    return "answer only after " + shown(took);
  }

  static String broken(RuntimeException failure) {
    return "could not be sent (" + failure.getClass().getSimpleName() + ")";
  }

  /** A duration as text: {@code 50 ms}, {@code 1.25 s}, {@code 2 min}. */
  static String shown(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    String seconds = String.format(Locale.ROOT, "%.3f", millis / 1_000.0);
    return seconds.replaceAll("0+$", "").replaceAll("\\.$", "") + " s";
  }
}
