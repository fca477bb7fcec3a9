package io.github.hybridnet.report.timeline;

import io.github.hybridnet.report.timeline.TimeScale.Tick;
import java.util.List;

/**
 * The drawing, as its template needs it: all numbers are in units of the drawing, which is a
 * thousand wide.
 *
 * @param height how high it is
 * @param description what is to be seen, in a sentence
 * @param bands the steps
 * @param flags the marks
 * @param carriers who carried the traffic
 * @param lanes the targets
 * @param axis the axis of time
 */
public record Chart(
    int height,
    String description,
    List<Band> bands,
    List<Flag> flags,
    Carriers carriers,
    List<Lane> lanes,
    Axis axis) {

  /** A step: where it is, what is written on it, what it is called when pointed at. */
  record Band(String x, String width, String opacity, String label, String middle, String title) {}

  /** A mark: where it is, what is written beside it and where, what it is called. */
  record Flag(String x, int y, String label, String labelX, String anchor, String title) {}

  /** The row of carriers. */
  record Carriers(int top, int textY, boolean present, List<Segment> segments) {}

  /** A time of one carrier; one of the three shapes is drawn. */
  record Segment(
      String x,
      String width,
      boolean express,
      boolean vpn,
      boolean none,
      String label,
      String middle) {}

  /**
   * The part of the chart for one target.
   *
   * @param nameY where its name is
   * @param name its name and address
   * @param top the top of the latencies
   * @param bottom and their bottom
   * @param most the latency at the top
   * @param latencies data of a path
   * @param up data of a path
   * @param down data of a path
   * @param outages data of a path
   * @param lengths how long outages were
   */
  record Lane(
      int nameY,
      String name,
      int top,
      int bottom,
      String most,
      String latencies,
      String up,
      String down,
      String outages,
      List<Length> lengths) {

    int height() {
      return bottom - top;
    }

    int stateY() {
      return bottom + 15;
    }
  }

  /** How long an outage was, written into it. */
  record Length(String x, int y, String text) {}

  /** The axis of time. */
  record Axis(int y, int textY, List<Tick> ticks) {}
}
