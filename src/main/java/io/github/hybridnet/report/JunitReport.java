package io.github.hybridnet.report;

import java.util.List;

/**
 * {@code TEST-hybridnet-failover.xml}, as its template needs it. It holds what the readers of
 * Jenkins, GitLab and Surefire have in common: one suite, no time stamp, the reason of a failure in
 * its text as well as in its message, names that are there once.
 */
record JunitReport(
    String name,
    String time,
    int tests,
    int skipped,
    int failures,
    List<Property> properties,
    List<Case> cases) {

  record Property(String name, String value) {}

  /**
   * One test case of the report.
   *
   * @param suite what it belongs to
   * @param name its name within that
   * @param time how long it took, in seconds
   * @param failure why it failed, in a sentence; empty when it did not
   * @param type the code of the failure, or what kind of thing failed
   * @param text the same with everything that is to be known
   * @param skipped why there is no result; empty when there is one
   * @param out what else is to be known
   */
  record Case(
      String suite,
      String name,
      String time,
      String failure,
      String type,
      String text,
      String skipped,
      String out) {

    static Case passed(String suite, String name, String time, String out) {
      return new Case(suite, name, time, "", "", "", "", out);
    }

    static Case skipped(String suite, String name, String why) {
      return new Case(suite, name, "0", "", "", "", why, "");
    }
  }
}
