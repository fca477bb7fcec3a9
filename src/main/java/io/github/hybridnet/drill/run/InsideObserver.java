package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.drill.api.DrillEvent.Kind;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.api.InsideViews.InsideMachine;
import io.github.hybridnet.drill.run.DrillComponents.InsideSource;
import io.github.hybridnet.drill.run.InsideQuestion.InsideAnswer;
import io.github.hybridnet.engine.process.DaemonThreadFactory;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks Azure what it sees from inside the network. Its answers take long, so that each question has
 * a thread of its own, and the drill goes on meanwhile: nothing that happens here delays it or
 * makes it fail.
 */
final class InsideObserver implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Optional<InsideSource> inside;
  private final DrillLog drillLog;
  private final Map<AskedQuestion, Thread> open = new LinkedHashMap<>();
  private final Object finding = new Object();
  private @Nullable InsideMachine insideMachine;
  private boolean useless;

  /** The parts of a drill in which Azure is asked. */
  enum InsidePhase {
    /** Before ExpressRoute is disconnected. */
    BEFORE("over ExpressRoute", Milestone.DISCONNECT_REQUESTED),
    /** The VPN carries the traffic. */
    FAILED_OVER("over the VPN", Milestone.RESTORE),
    /** After ExpressRoute was restored. */
    AFTER("after the restore", Milestone.END);

    private final String label;
    private final Milestone end;

    InsidePhase(String label, Milestone end) {
      this.label = label;
      this.end = end;
    }
  }

  private record AskedQuestion(InsidePhase phase, InsideQuestion question) {}

  /**
   * Makes the observer of one drill.
   *
   * @param inside who is asked about what; empty when nobody is
   * @param drillLog records the answers
   */
  InsideObserver(Optional<InsideSource> inside, DrillLog drillLog) {
    this.inside = inside;
    this.drillLog = drillLog;
  }

  /** Begins to ask, and returns at once. */
  void ask(InsidePhase insidePhase) {
    inside.ifPresent(
        each -> {
          for (InsideQuestion question : InsideQuestion.values()) {
            if (question.concerns(each.target())) {
              start(each, new AskedQuestion(insidePhase, question));
            }
          }
        });
  }

  private synchronized void start(InsideSource whom, AskedQuestion askedQuestion) {
    if (useless) {
      return;
    }
    Thread thread = DaemonThreadFactory.thread("hybridnet-inside", () -> run(whom, askedQuestion));
    open.put(askedQuestion, thread);
    thread.start();
  }

  private void run(InsideSource whom, AskedQuestion askedQuestion) {
    try {
      answered(askedQuestion, askedQuestion.question().ask(whom, found(whom)));
    } catch (InterruptedException e) {
      // Nobody waits for the answer any more, and that has been reported.
      Thread.currentThread().interrupt();
    } catch (CloudException failure) {
      failed(whom, askedQuestion, failure);
    } catch (RuntimeException failure) {
      warn(askedQuestion, notTold(whom, askedQuestion) + failure.getClass().getSimpleName() + ".");
    }
  }

  private InsideMachine found(InsideSource whom) throws InterruptedException {
    synchronized (finding) {
      InsideMachine known = insideMachine;
      if (known == null) {
        known = whom.views().machine(whom.target().machine());
        insideMachine = known;
      }
      return known;
    }
  }

  private void answered(AskedQuestion askedQuestion, InsideAnswer insideAnswer) {
    String text =
        "From inside the network, "
            + askedQuestion.phase().label
            + ": "
            + insideAnswer.text()
            + ".";
    if (drillLog.milestones().at(askedQuestion.phase().end).isPresent()) {
      report(
          askedQuestion,
          Kind.INFO,
          text + " This answer came too late and proves nothing about that time.");
    } else {
      report(askedQuestion, insideAnswer.asItShouldBe() ? Kind.INFO : Kind.WARNING, text);
    }
  }

  private void failed(InsideSource whom, AskedQuestion askedQuestion, CloudException failure) {
    String why = failure.inWords() + ".";
    if (isForGood(failure)) {
      stop(
          askedQuestion,
          notTold(whom, askedQuestion)
              + why
              + " Azure is not asked again from inside the network.");
    } else {
      warn(askedQuestion, notTold(whom, askedQuestion) + why);
    }
  }

  /** Rights, a machine and a network watcher do not appear while a drill goes on. */
  private boolean isForGood(CloudException failure) {
    synchronized (finding) {
      return failure.isForbidden()
          || failure.code().equals(OwnErrorCode.WATCHER_MISSING)
          || (insideMachine == null && failure.kind() == CloudException.Kind.REFUSED);
    }
  }

  private static String notTold(InsideSource whom, AskedQuestion askedQuestion) {
    InsideTarget target = whom.target();
    return "From inside the network, "
        + askedQuestion.phase().label
        + ": Azure does not report "
        + askedQuestion.question().topic(target)
        + ": ";
  }

  private synchronized void stop(AskedQuestion askedQuestion, String text) {
    warn(askedQuestion, text);
    useless = true;
    open.values().forEach(Thread::interrupt);
    open.clear();
  }

  private void warn(AskedQuestion askedQuestion, String text) {
    report(askedQuestion, Kind.WARNING, text);
  }

  /** A question that was given up is not reported any more. */
  private synchronized void report(AskedQuestion askedQuestion, Kind kind, String text) {
    if (open.remove(askedQuestion) != null) {
      drillLog.record(kind, text);
    }
  }

  private synchronized boolean isWaiting() {
    return !open.isEmpty();
  }

  /**
   * Waits a little for what has not been answered.
   *
   * @param most how long
   * @throws InterruptedException when somebody stops the build
   */
  void await(Duration most) throws InterruptedException {
    drillLog
        .time()
        .poller()
        .await(
            PolledCondition.of(this::isWaiting, waiting -> !waiting), Backoff.fixed(GLANCE), most);
  }

  /** Gives up what has not been answered, and reports that. */
  synchronized void giveUp() {
    if (isWaiting()) {
      String what =
          open.keySet().stream()
              .map(askedQuestion -> askedQuestion.phase().label)
              .distinct()
              .collect(Collectors.joining(" and "));
      drillLog.info("From inside the network, " + what + ": Azure did not answer in time.");
    }
    close();
  }

  @Override
  public synchronized void close() {
    useless = true;
    open.values().forEach(Thread::interrupt);
    open.clear();
  }
}
