package io.github.hybridnet.report.timeline;

import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where on the drawing a moment is. */
final class TimeScale {
  /** Where the drill begins. */
  static final int LEFT = 62;

  /** The end of the scale, in pixels from the left. */
  static final int RIGHT = 990;

  private static final int TICKS = 9;
  private static final long[] STEPS_IN_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800
  };

  private final double perNano;
  private final Duration end;

  TimeScale(Duration end) {
    this.end = end.isZero() ? Duration.ofSeconds(1) : end;
    this.perNano = (RIGHT - LEFT) / (double) this.end.toNanos();
  }

  /** A mark on the axis. */
  record Tick(String x, String text, String anchor) {}

  double x(Duration at) {
    return Math.min(RIGHT, LEFT + at.toNanos() * perNano);
  }

  List<Tick> ticks() {
    long step = STEPS_IN_SECONDS[STEPS_IN_SECONDS.length - 1];
    for (int i = STEPS_IN_SECONDS.length - 1; i >= 0; i--) {
      if (end.toSeconds() / STEPS_IN_SECONDS[i] <= TICKS) {
        step = STEPS_IN_SECONDS[i];
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (long second = 0; second <= end.toSeconds(); second += step) {
      Duration at = Duration.ofSeconds(second);
      String text = MeasuredValueText.at(at);
      String anchor = x(at) > RIGHT - 10 ? "end" : "middle";
      ticks.add(new Tick(number(x(at)), text.substring(0, text.length() - 2), anchor));
    }
    return ticks;
  }

  /** A number for the drawing, to a tenth. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
