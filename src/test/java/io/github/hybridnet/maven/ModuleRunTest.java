package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** What a failure in one module does to the others. */
class ModuleRunTest {
  private final Log log = mock(Log.class);
  private final List<String> ran = new ArrayList<>();
  private final List<ModuleRun> runs =
      List.of(
          () -> ran.add("a"),
          () -> {
            throw new MojoFailureException("HN1: b");
          },
          () -> {
            throw new MojoExecutionException("HN2: c");
          },
          () -> ran.add("d"));

  @Test
  void usuallyItEndsTheGoal() {
    assertThatThrownBy(() -> ModuleRun.all(runs, false, log)).hasMessage("HN1: b");
    assertThat(ran).containsExactly("a");
  }

  /** A network without ExpressRoute does not wait for another one that cannot be restored. */
  @Test
  void aRestoreIsTriedInEachModule() {
    assertThatThrownBy(() -> ModuleRun.all(runs, true, log))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("HN1: b");
    assertThat(ran).containsExactly("a", "d");
    verify(log).error("HN1: b");
    verify(log).error("HN2: c");
  }

  @Test
  void whoStopsTheBuildStopsAllOfIt() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> ModuleRun.all(runs, true, log)).hasMessage("HN1: b");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(ran).containsExactly("a");
  }
}
