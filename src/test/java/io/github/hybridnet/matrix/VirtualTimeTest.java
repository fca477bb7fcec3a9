package io.github.hybridnet.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  @Test
  void pausesOfSeveralThreadsPassTogether() throws Exception {
    VirtualTime time = new VirtualTime();
    Instant begin = time.instant();
    List<Long> ended = new CopyOnWriteArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> all =
          List.of(30L, 10L, 20L).stream()
              .<Future<?>>map(
                  minutes ->
                      threads.submit(
                          () -> {
                            time.sleep(
                                Duration.between(time.instant(), begin.plusSeconds(minutes * 60)));
                            return ended.add(minutes);
                          }))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ended).hasSize(3);
    assertThat(time.instant()).isEqualTo(begin.plusSeconds(1800));
  }
}
