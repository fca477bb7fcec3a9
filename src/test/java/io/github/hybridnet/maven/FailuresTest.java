package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.model.HybridnetException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final SystemStreamLog log = new SystemStreamLog();

  @Test
  void whatIsRefusedFailsTheBuild() {
    HybridnetException refused = HybridnetException.refused("HN1", "No.", "do this");
    assertThatThrownBy(() -> Failures.translate(refused, log))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("HN1: No.%n  Fix: do this", new Object[0])
        .hasNoCause()
        .hasSuppressedException(refused);
  }

  @Test
  void whatCannotBeDoneIsAnExecutionException() throws MojoFailureException {
    HybridnetException unable =
        HybridnetException.unable(
            "HN2", "It broke.", "again", new IllegalStateException("raw text"));
    assertThat(Failures.translate(unable, log))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("HN2: It broke.%n  Fix: again", new Object[0])
        .hasNoCause();
  }

  @Test
  void aMistakeOfOursNamesTheExceptionAndNotItsText() {
    assertThat(Failures.unexpected(new IllegalStateException("may hold anything"), log))
        .hasMessage(
            "HN9001: The plugin failed in a way that it should not: IllegalStateException.%n"
                + "  Fix: run it again with -X and report the stack trace; what was deployed stands",
            new Object[0])
        .hasNoCause();
  }
}
