package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks Azure about both paths. What it does not answer is unknown, and is reported as a problem.
 */
public final class PathReader {
  private final DrillPorts drillPorts;
  private final DrillTarget target;
  private final DrillTime time;

  /** A reader of a target's paths. */
  public PathReader(DrillPorts drillPorts, DrillTarget target, DrillTime time) {
    this.drillPorts = drillPorts;
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
    Map<PathQuestion, ReadResult<PathAnswer>> seen =
        ParallelReader.at(List.of(PathQuestion.values()), q -> q.ask(drillPorts, target), within);
    PathInterpreter answers = new PathInterpreter(seen, target);
    return new PathReading(
        time.now(),
        answers.expressRoute(),
        answers.vpn(),
        answers.peeringState(),
        problems(seen, target));
  }

  private static List<PathReading.UnreadPart> problems(
      Map<PathQuestion, ReadResult<PathAnswer>> seen, DrillTarget target) {
    List<PathReading.UnreadPart> problems = new ArrayList<>();
    seen.forEach(
        (pathQuestion, readResult) -> {
          CloudException failure = readResult.failure();
          if (failure != null) {
            String text = failure.cannotBeRead(pathQuestion.what(target));
            problems.add(new PathReading.UnreadPart(text, failure.code()));
          }
        });
    return problems;
  }
}
