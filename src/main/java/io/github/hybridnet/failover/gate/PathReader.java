package io.github.hybridnet.failover.gate;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTime;
import io.github.hybridnet.failover.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks Azure about both paths. What it does not answer is unknown, and told as a problem. */
public final class PathReader {
  private final Ports ports;
  private final DrillTarget target;
  private final DrillTime time;

  /** A reader of a target's paths. */
  public PathReader(Ports ports, DrillTarget target, DrillTime time) {
    this.ports = ports;
    this.target = target;
    this.time = time;
  }

  /**
   * Asks everything at once.
   *
   * @param within how long to wait for answers
   * @throws InterruptedException when the build is stopped
   */
  public PathReading read(Duration within) throws InterruptedException {
    Map<Question, Sight<Answer>> seen =
        Glance.at(List.of(Question.values()), q -> q.ask(ports, target), within);
    PathAnswers answers = new PathAnswers(seen, target);
    return new PathReading(
        time.now(),
        answers.expressRoute(),
        answers.vpn(),
        answers.peeringState(),
        problems(seen, target));
  }

  private static List<String> problems(Map<Question, Sight<Answer>> seen, DrillTarget target) {
    List<String> problems = new ArrayList<>();
    seen.forEach(
        (question, sight) -> {
          CloudException failure = sight.failure();
          if (failure != null) {
            problems.add(Refusal.of(question.what(target), failure));
          }
        });
    return problems;
  }
}
