package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.util.Arrays;

/**
 * The probes of one target, put together by columns of the drawing. However many share a column:
 * one that failed is seen, and so are the shortest and the longest latency.
 */
final class TargetColumns {
  private final TimeScale timeScale;
  private final double width;
  private final int[] answered;
  private final int[] failed;
  private final long[] shortest;
  private final long[] longest;
  private long longestOfAll;

  TargetColumns(TimeScale timeScale, int columns) {
    this.timeScale = timeScale;
    this.width = (TimeScale.RIGHT - TimeScale.LEFT) / (double) columns;
    this.answered = new int[columns];
    this.failed = new int[columns];
    this.shortest = new long[columns];
    this.longest = new long[columns];
    Arrays.fill(shortest, Long.MAX_VALUE);
  }

  void add(ProbeSample sample) {
    double offset = (timeScale.x(sample.at()) - TimeScale.LEFT) / width;
    int column = Math.min(answered.length - 1, (int) offset);
    if (!sample.ok()) {
      failed[column]++;
      return;
    }
    long nanos = sample.took().toNanos();
    answered[column]++;
    shortest[column] = Math.min(shortest[column], nanos);
    longest[column] = Math.max(longest[column], nanos);
    longestOfAll = Math.max(longestOfAll, nanos);
  }

  /** The longest latency of all, in nanoseconds. */
  long longest() {
    return longestOfAll;
  }

  /** Latencies as the data of an SVG path: a dot, or a line from the shortest to the longest. */
  String latencies(double top, double bottom, long most) {
    StringBuilder path = new StringBuilder();
    double perNano = (bottom - top) / Math.max(1, most);
    for (int i = 0; i < answered.length; i++) {
      if (answered[i] > 0) {
        String x = TimeScale.number(TimeScale.LEFT + (i + 0.5) * width);
        String low = TimeScale.number(bottom - shortest[i] * perNano);
        String high = TimeScale.number(bottom - longest[i] * perNano);
        path.append('M').append(x).append(' ').append(low);
        path.append(low.equals(high) ? "h0" : "V" + high);
      }
    }
    return path.toString();
  }

  /** Bars of the columns with a probe that failed, each until the next column with probes. */
  String down(double top, double height) {
    return bars(true, top, height);
  }

  /** Bars of the columns in which all probes were answered. */
  String up(double top, double height) {
    return bars(false, top, height);
  }

  private String bars(boolean down, double top, double height) {
    StringBuilder path = new StringBuilder();
    int begin = -1;
    for (int i = 0; i <= answered.length; i++) {
      boolean isEnd = i == answered.length;
      if (!isEnd && answered[i] + failed[i] == 0) {
        continue;
      }
      boolean isOurs = !isEnd && failed[i] > 0 == down;
      if (begin >= 0 && !isOurs) {
        bar(path, begin, isEnd ? last() : i, top, height);
        begin = -1;
      } else if (begin < 0 && isOurs) {
        begin = i;
      }
    }
    return path.toString();
  }

  private int last() {
    int last = answered.length;
    while (last > 0 && answered[last - 1] + failed[last - 1] == 0) {
      last--;
    }
    return last;
  }

  /** At least three units wide, so that a single failure is seen in an hour of probes. */
  private void bar(StringBuilder path, int from, int to, double top, double height) {
    String length = TimeScale.number(Math.max(3, (to - from) * width));
    path.append('M').append(TimeScale.number(TimeScale.LEFT + from * width));
    path.append(' ').append(TimeScale.number(top));
    path.append('h').append(length).append('v').append(TimeScale.number(height));
    path.append("h-").append(length).append('z');
  }
}
