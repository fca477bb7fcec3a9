package io.github.hybridnet.app.replay;

import io.github.hybridnet.app.OutputProblems;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.ReplayText;
import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.compare.ReplayScore;
import io.github.hybridnet.replay.run.CassettePlayer;
import io.github.hybridnet.report.ReplayFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Replays cassettes against a simulator of its own, and shows what it answers otherwise. No cloud
 * is asked.
 */
public final class ReplayGoal {
  private final ReplaySessionOpener opener;
  private final LineWriter out;

  /**
   * Creates the goal.
   *
   * @param opener of the simulator
   */
  public ReplayGoal(ReplaySessionOpener opener, LineWriter out) {
    this.opener = opener;
    this.out = out;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.text.UserException HN4090, HN4091 when there is nothing to replay,
   *     HN4092, HN4093 when the build is to fail on a difference, HN4013 when the file cannot be
   *     written
   * @throws InterruptedException when the build is stopped
   */
  public void run(ReplayRequest request) throws InterruptedException {
    Path path = request.cassette();
    if (path == null) {
      throw ReplayProblems.noCassette();
    }
    List<Cassette> cassettes = new CassetteCollector().collect(path);
    ReplayFile file = new ReplayFile(request.outputs());
    ReplayScore score = play(cassettes);
    new ReplayText(score, file.path()).lines().forEach(out::info);
    write(file, score);
    judge(request, score, file.path());
  }

  private void judge(ReplayRequest request, ReplayScore score, Path report) {
    if (score.steps().isEmpty()) {
      if (request.failOnDifference()) {
        throw ReplayProblems.nothingCompared();
      }
      out.warn(ReplayProblems.nothingComparedWarning());
    }
    int differences = score.steps().stream().mapToInt(s -> s.differences().size()).sum();
    if (request.failOnDifference() && differences > 0) {
      throw ReplayProblems.differences(
          differences,
          (int) score.steps().stream().filter(s -> !s.differences().isEmpty()).count(),
          report);
    }
  }

  private ReplayScore play(List<Cassette> cassettes) throws InterruptedException {
    try (ReplaySession session = opener.open()) {
      return new CassettePlayer(session.target()).play(cassettes);
    }
  }

  private static void write(ReplayFile file, ReplayScore score) {
    try {
      file.write(score);
    } catch (IOException e) {
      throw OutputProblems.reportNotWritten(file.path(), e);
    }
  }
}
