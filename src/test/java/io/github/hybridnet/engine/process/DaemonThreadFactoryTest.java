package io.github.hybridnet.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class DaemonThreadFactoryTest {
  @Test
  void noThreadKeepsTheProcessAlive() {
    ThreadFactory factory = new DaemonThreadFactory("hybridnet-x");
    Thread first = factory.newThread(() -> {});
    Thread second = factory.newThread(() -> {});

    assertThat(first.isDaemon()).isTrue();
    assertThat(first.getName()).isEqualTo("hybridnet-x-1");
    assertThat(second.getName()).isEqualTo("hybridnet-x-2");
    assertThat(DaemonThreadFactory.thread("hybridnet-y", () -> {}).isDaemon()).isTrue();
    assertThat(DaemonThreadFactory.thread("hybridnet-y", () -> {}).getName())
        .isEqualTo("hybridnet-y");
  }
}
