package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.TrafficCarrier;
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
public record PathSpan(TrafficCarrier carrier, Duration begin, Duration end, int readings) {

  /** What readings say, each until the next one; the last one until the drill's end. */
  public static List<PathSpan> of(List<PathReading> readings, Duration end) {
    List<PathSpan> spans = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Duration until = i + 1 < readings.size() ? readings.get(i + 1).at() : end;
      TrafficCarrier carrier = TrafficCarrier.of(readings.get(i));
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
