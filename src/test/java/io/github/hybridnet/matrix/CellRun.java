package io.github.hybridnet.matrix;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.survival.Estate;
import io.github.hybridnet.survival.Goals;
import io.github.hybridnet.survival.Job;
import io.github.hybridnet.text.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one goal against variants.
 *
 * @param lines all that it said
 * @param refusal with what it stopped, if it did
 * @param crash the stack trace of anything else that ended it
 * @param waited simulated time
 * @param writes what was written, each as method and path
 * @param estate what stands afterwards
 */
record CellRun(
    List<String> lines,
    Optional<String> refusal,
    Optional<String> crash,
    Duration waited,
    List<String> writes,
    Estate estate) {

  /** Runs it once from what stands now. */
  static CellRun of(MatrixCloud cloud, MatrixCell cell, Job job) throws InterruptedException {
    cloud.rig().admin().variants(cell.names());
    cloud.rig().admin().send("DELETE", "requests", "");
    RecordedLines out = new RecordedLines();
    Instant begin = cloud.time().instant();
    Optional<String> refusal = Optional.empty();
    Optional<String> crash = Optional.empty();
    try {
      new Goals(job, new HeardLines(out, cloud.listener(cell.goal())), cloud.time()).run();
    } catch (UserException told) {
      refusal = Optional.of(String.valueOf(told.getMessage()));
    } catch (RuntimeException unexpected) {
      StringWriter trace = new StringWriter();
      unexpected.printStackTrace(new PrintWriter(trace));
      crash = Optional.of(trace.toString());
    }
    // A drill that was stopped leaves the thread interrupted.
    var unused = Thread.interrupted();
    Duration waited = Duration.between(begin, cloud.time().instant());
    List<String> writes = RequestTally.writes(cloud.rig().admin().requests());
    cloud.rig().admin().variants(Map.of());
    return new CellRun(out.lines(), refusal, crash, waited, writes, cloud.rig().estate());
  }

  /** All that it said, as one text without breaks. */
  String text() {
    return String.join(" ", lines).replaceAll("\\b(INFO|WARN|ERROR) ", "").replaceAll(" +", " ");
  }
}
