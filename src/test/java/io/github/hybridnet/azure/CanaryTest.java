package io.github.hybridnet.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import io.github.hybridnet.azure.settings.CanaryRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing secret is logged, whatever the level, neither by us nor by the libraries. */
class CanaryTest {

  @Test
  void noSecretIsLoggedAtAnyLevel() throws IOException, InterruptedException {
    Process run =
        ChildProcesses.bounded(
            ChildProcesses.java(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace", CanaryRun.class.getName())
                .redirectErrorStream(true)
                .start());
    String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(output).isZero();
    assertThat(output)
        .as("everything ran, and the libraries did log")
        .contains("canary run finished", "com.microsoft.aad.msal4j", "AADSTS7000215", "***")
        .containsPattern("(DEBUG|TRACE)");
    assertThat(output)
        .doesNotContain("canary-secret", "canary-token", "canary-standing", "canary-new");
  }
}
