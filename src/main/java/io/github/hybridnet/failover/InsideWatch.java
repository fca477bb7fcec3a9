package io.github.hybridnet.failover;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillEvent.Kind;
import io.github.hybridnet.failover.DrillParts.Inside;
import io.github.hybridnet.failover.InsideQuestion.Answer;
import io.github.hybridnet.failover.InsideViews.Machine;
import io.github.hybridnet.failover.Marks.Mark;
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
final class InsideWatch implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Optional<Inside> inside;
  private final Logbook logbook;
  private final Map<Asked, Thread> open = new LinkedHashMap<>();
  private final Object finding = new Object();
  private @Nullable Machine machine;
  private boolean useless;

  /** The parts of a drill in which Azure is asked. */
  enum Phase {
    /** ExpressRoute is there. */
    BEFORE("over ExpressRoute", Mark.LEVER),
    /** The VPN carries the traffic. */
    FAILED_OVER("while failed over", Mark.RESTORE),
    /** ExpressRoute is back. */
    AFTER("after the restore", Mark.END);

    private final String label;
    private final Mark end;

    Phase(String label, Mark end) {
      this.label = label;
      this.end = end;
    }
  }

  private record Asked(Phase phase, InsideQuestion question) {}

  /**
   * For one drill.
   *
   * @param inside who is asked about what; empty when nobody is
   * @param logbook told of the answers
   */
  InsideWatch(Optional<Inside> inside, Logbook logbook) {
    this.inside = inside;
    this.logbook = logbook;
  }

  /** Begins to ask, and returns at once. */
  void ask(Phase phase) {
    inside.ifPresent(
        each -> {
          for (InsideQuestion question : InsideQuestion.values()) {
            if (question.concerns(each.target())) {
              start(each, new Asked(phase, question));
            }
          }
        });
  }

  private synchronized void start(Inside whom, Asked asked) {
    if (useless) {
      return;
    }
    Thread thread = new Thread(() -> run(whom, asked), "hybridnet-inside");
    thread.setDaemon(true);
    open.put(asked, thread);
    thread.start();
  }

  private void run(Inside whom, Asked asked) {
    try {
      answered(asked, asked.question().ask(whom, found(whom)));
    } catch (InterruptedException e) {
      // Nobody waits for the answer any more, and that has been told.
      Thread.currentThread().interrupt();
    } catch (CloudException failure) {
      failed(whom, asked, failure);
    } catch (RuntimeException failure) {
      warn(asked, notTold(whom, asked) + failure.getClass().getSimpleName() + ".");
    }
  }

  private Machine found(Inside whom) throws InterruptedException {
    synchronized (finding) {
      Machine known = machine;
      if (known == null) {
        known = whom.views().machine(whom.target().machine());
        machine = known;
      }
      return known;
    }
  }

  private void answered(Asked asked, Answer answer) {
    String text = "From inside, " + asked.phase().label + ": " + answer.text() + ".";
    if (logbook.marks().at(asked.phase().end).isPresent()) {
      tell(asked, Kind.INFO, text + " The answer came too late to prove anything of that time.");
    } else {
      tell(asked, answer.asItShouldBe() ? Kind.INFO : Kind.WARNING, text);
    }
  }

  private void failed(Inside whom, Asked asked, CloudException failure) {
    String why = failure.inWords() + ".";
    if (isForGood(failure)) {
      stop(asked, notTold(whom, asked) + why + " Nothing more is asked from inside.");
    } else {
      warn(asked, notTold(whom, asked) + why);
    }
  }

  /** Rights, a machine and a network watcher do not appear while a drill goes on. */
  private boolean isForGood(CloudException failure) {
    synchronized (finding) {
      return failure.isForbidden()
          || failure.code().equals(InsideViews.NO_WATCHER)
          || (machine == null && failure.kind() == CloudException.Kind.REFUSED);
    }
  }

  private static String notTold(Inside whom, Asked asked) {
    InsideTarget target = whom.target();
    return "From inside, "
        + asked.phase().label
        + ": Azure does not tell "
        + asked.question().topic(target)
        + ": ";
  }

  private synchronized void stop(Asked asked, String text) {
    warn(asked, text);
    useless = true;
    open.values().forEach(Thread::interrupt);
    open.clear();
  }

  private void warn(Asked asked, String text) {
    tell(asked, Kind.WARNING, text);
  }

  /** What was given up is not told any more. */
  private synchronized void tell(Asked asked, Kind kind, String text) {
    if (open.remove(asked) != null) {
      logbook.tell(kind, text);
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
    Duration until = logbook.time().now().plus(most);
    while (isWaiting() && logbook.time().now().compareTo(until) < 0) {
      logbook.time().sleeper().sleep(GLANCE);
    }
  }

  /** Gives up what has not been answered, and tells that. */
  synchronized void giveUp() {
    if (isWaiting()) {
      String what =
          open.keySet().stream()
              .map(asked -> asked.phase().label)
              .distinct()
              .collect(Collectors.joining(" and "));
      logbook.info("From inside, " + what + ": Azure has not answered, and is not waited for.");
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
