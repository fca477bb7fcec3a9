package io.github.hybridnet.matrix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries cells, each worker on a cloud of its own. A cell that hangs is a fault, and the next one
 * has a new cloud.
 */
final class MatrixWorkers {
  /** In real time, on a machine that does a lot else; a cell takes a second. */
  private static final Duration HANGS = Duration.ofMinutes(2);

  private final Path directory;
  private final int number;
  private final AtomicInteger clouds = new AtomicInteger();
  private final List<CellResult> results = Collections.synchronizedList(new ArrayList<>());

  /**
   * Workers that have nothing to do yet.
   *
   * @param number how many
   */
  MatrixWorkers(Path directory, int number) {
    this.directory = directory;
    this.number = number;
  }

  /** What came of these. */
  List<CellResult> results(List<MatrixCell> cells) throws Exception {
    Queue<MatrixCell> left = new ConcurrentLinkedQueue<>(cells);
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        workers.add(threads.submit(() -> work(left)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(results);
  }

  private Void work(Queue<MatrixCell> left) throws Exception {
    while (!left.isEmpty()) {
      try (CellTrial trial =
          new CellTrial(directory.resolve("cloud-" + clouds.incrementAndGet()))) {
        whileItEnds(trial, left);
      }
    }
    return null;
  }

  private void whileItEnds(CellTrial trial, Queue<MatrixCell> left) throws Exception {
    for (MatrixCell cell = left.poll(); cell != null; cell = left.poll()) {
      CellResult result = tried(trial, cell);
      result.faults().forEach(fault -> System.out.println(result.cell() + ": " + fault));
      results.add(result);
      if (result.isHung()) {
        return;
      }
    }
  }

  private static CellResult tried(CellTrial trial, MatrixCell cell) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CellResult> result = thread.submit(() -> trial.of(cell));
      return result.get(HANGS.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return CellResult.hung(cell, HANGS);
    } finally {
      thread.shutdownNow();
    }
  }
}
