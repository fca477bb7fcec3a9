package io.github.hybridnet.replay.run;

import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.compare.CassetteScore;
import io.github.hybridnet.replay.compare.ReplayScore;
import io.github.hybridnet.replay.script.ReplayScript;
import io.github.hybridnet.replay.script.ReplayStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Replays cassettes, several at the same time; each has resource groups of its own. */
public final class CassettePlayer {
  private static final int AT_A_TIME = 8;

  private final ReplayTarget target;

  /** A player for one simulator. */
  public CassettePlayer(ReplayTarget target) {
    this.target = target;
  }

  /**
   * Replays all of them.
   *
   * @throws InterruptedException when the build is stopped
   */
  public ReplayScore play(List<Cassette> cassettes) throws InterruptedException {
    List<ReplayScript> scripts = new ArrayList<>();
    List<String> withoutBodies = new ArrayList<>();
    for (Cassette cassette : cassettes) {
      if (cassette.hasRequestBodies()) {
        String prefix = String.format(Locale.ROOT, "r%05d-", scripts.size());
        scripts.add(ReplayScript.of(cassette, target.subscription(), prefix));
      } else {
        withoutBodies.add(cassette.name());
      }
    }
    return new ReplayScore(scores(scripts), withoutBodies, notSent(scripts));
  }

  private List<CassetteScore> scores(List<ReplayScript> scripts) throws InterruptedException {
    ReplayClient client = new ReplayClient(target);
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, CassettePlayer::thread);
    try {
      List<Callable<CassetteScore>> runs = new ArrayList<>();
      scripts.forEach(s -> runs.add(new CassetteRun(s, client, target.longestWait())::run));
      List<CassetteScore> scores = new ArrayList<>();
      for (Future<CassetteScore> score : workers.invokeAll(runs)) {
        scores.add(score.get());
      }
      return scores;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A cassette could not be replayed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hybridnet-replay");
    thread.setDaemon(true);
    return thread;
  }

  private static Map<String, Integer> notSent(List<ReplayScript> scripts) {
    Map<String, Integer> counts = new TreeMap<>();
    scripts.stream()
        .flatMap(script -> script.steps().stream())
        .filter(step -> !step.isScored())
        .map((ReplayStep step) -> step.stepClass().words())
        .forEach(words -> counts.merge(words, 1, Integer::sum));
    return counts;
  }
}
