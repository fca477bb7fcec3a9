package io.github.hybridnet.replay.run;

import io.github.hybridnet.replay.compare.SimulatedAnswer;
import io.github.hybridnet.replay.script.AnswerFacts;
import io.github.hybridnet.replay.script.OperationLink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Asks a simulator again until an operation, or the change of a resource, has ended. */
final class OperationFollower {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
  private static final Map<String, Double> MILLIS_OF_UNIT =
      Map.of("retry-after-ms", 1.0, "x-ms-retry-after-ms", 1.0, "retry-after", 1000.0);
  private static final List<String> HEADERS =
      List.of("retry-after-ms", "x-ms-retry-after-ms", "retry-after");

  private final ReplayClient client;
  private final Duration longest;
  private final String label;

  OperationFollower(ReplayClient client, Duration longest, String label) {
    this.client = client;
    this.longest = longest;
    this.label = label;
  }

  /** The last answer of a link. */
  SimulatedAnswer end(OperationLink link, String url, SimulatedAnswer first)
      throws InterruptedException {
    return follow(url, first, link == OperationLink.ASYNC ? this::isAsyncOver : this::isOver);
  }

  /** The first answer about a resource whose state stays. */
  SimulatedAnswer settled(String url, SimulatedAnswer first) throws InterruptedException {
    return follow(url, first, answer -> !AnswerFacts.isPending(answer.body()));
  }

  private SimulatedAnswer follow(String url, SimulatedAnswer first, Predicate<SimulatedAnswer> over)
      throws InterruptedException {
    SimulatedAnswer last = first;
    Duration pause = FIRST_PAUSE;
    long deadline = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < deadline) {
      Thread.sleep(asked(last).orElse(pause).toMillis());
      last = client.get(url, label);
      if (!last.isGiven() || over.test(last)) {
        return last;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
    return last.timedOut();
  }

  /** How long the simulator asks to wait, at most the longest wait. */
  private Optional<Duration> asked(SimulatedAnswer answer) {
    for (String header : HEADERS) {
      String value = answer.headers().getOrDefault(header, "").strip();
      if (NUMBER.matcher(value).matches()) {
        double millis = Double.parseDouble(value) * MILLIS_OF_UNIT.getOrDefault(header, 1.0);
        return Optional.of(Duration.ofMillis((long) Math.min(millis, longest.toMillis())));
      }
    }
    return Optional.empty();
  }

  private boolean isAsyncOver(SimulatedAnswer answer) {
    String status = AnswerFacts.operationStatus(answer.body());
    return status.isEmpty() ? isOver(answer) : AnswerFacts.isTerminal(status);
  }

  private boolean isOver(SimulatedAnswer answer) {
    return answer.status() != 202 && answer.status() != 429 && answer.status() != 503;
  }
}
