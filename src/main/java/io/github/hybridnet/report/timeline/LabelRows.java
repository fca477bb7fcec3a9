package io.github.hybridnet.report.timeline;

import java.util.ArrayList;
import java.util.List;

/** Finds rows for labels, so that none is written over another. */
final class LabelRows {
  /** How wide a character of the drawing's text is, about. */
  static final double CHARACTER = 6.6;

  private final List<Double> ends = new ArrayList<>();

  /**
   * A row for a label.
   *
   * @param x where it begins
   * @return the first row that is free there, from 0
   */
  int row(double x, String text) {
    int row = 0;
    while (row < ends.size() && ends.get(row) > x) {
      row++;
    }
    double end = x + width(text) + CHARACTER;
    if (row == ends.size()) {
      ends.add(end);
    } else {
      ends.set(row, end);
    }
    return row;
  }

  /** How many rows there are. */
  int rows() {
    return ends.size();
  }

  static double width(String text) {
    return text.length() * CHARACTER;
  }
}
