package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.maven.process.ShutdownSequence;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.text.UserException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundSimulatorTest {
  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();
  private final SharedSimulators simulators = new SharedSimulators(ShutdownSequence.CURRENT);
  private final BackgroundSimulator background = new BackgroundSimulator(simulators, out);

  private SimulatorAccess start(boolean keepState) {
    return background.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)), keepState);
  }

  private boolean isRunning() {
    return AzureSimulator.running(directory).isPresent();
  }

  private String last() {
    List<String> lines = out.lines();
    return lines.get(lines.size() - 1);
  }

  private static int group(SimulatorAccess access, String method) throws Exception {
    String path = "/subscriptions/" + access.credentials().subscriptionId() + "/resourceGroups/rg";
    HttpRequest request =
        HttpRequest.newBuilder(access.endpoint().resolve(path + "?api-version=2024-05-01"))
            .header("Authorization", "Bearer any")
            .method(method, HttpRequest.BodyPublishers.ofString("{\"location\":\"westus2\"}"))
            .build();
    return HttpClient.newBuilder()
        .sslContext(access.sslContext())
        .build()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void itSaysWhichVariantsItPlays() {
    SimulatorOptions options = SimulatorOptions.in(SimulatorFixture.prepared(directory));
    background.start(options.withVariants("list-order=reversed,etag=absent"), false);
    assertThat(last())
        .isEqualTo(
            "INFO It plays these variants of Azure's behaviour (docs/simulator-variants.md):"
                + " list-order=reversed,etag=absent");
    background.stop(directory);
  }

  @Test
  void mistakesInVariantsStandOnLinesOfTheirOwn() {
    SimulatorOptions options = SimulatorOptions.in(SimulatorFixture.prepared(directory));
    assertThatThrownBy(() -> background.start(options.withVariants("etag=no,colour=red"), false))
        .isInstanceOf(UserException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(4))
        .hasMessageStartingWith("HN6001: The simulator's variants have mistakes:");
  }

  @Test
  void itBeginsEmptyUnlessItIsAskedToRemember() throws Exception {
    SimulatorAccess first = start(false);
    assertThat(last())
        .isEqualTo(
            "INFO The simulator runs at "
                + first.endpoint()
                + ", at 300 times the real speed, empty. It ends at stop-simulator, or with this"
                + " build.");
    assertThat(group(first, "PUT")).isEqualTo(201);
    background.stop(directory);
    assertThat(last())
        .isEqualTo("INFO The simulator has stopped. Its state is in " + directory + ".");
    assertThat(isRunning()).isFalse();
    SimulatorAccess second = start(true);
    assertThat(last()).contains(", with the state of an earlier run. It ends at");
    assertThat(second.credentials()).isEqualTo(first.credentials());
    assertThat(group(second, "HEAD")).isEqualTo(204);
    background.stop(directory);
    assertThat(group(start(false), "HEAD")).isEqualTo(404);
    background.stop(directory);
  }

  @Test
  void itIsStoppedAsOftenAsItWasStarted() {
    SimulatorAccess access = start(false);
    assertThat(start(false)).isEqualTo(access);
    assertThat(last())
        .isEqualTo(
            "INFO The simulator of this build already runs at "
                + access.endpoint()
                + ". It is shared, with its current state and speed.");
    background.stop(directory.resolve("../" + directory.getFileName()));
    assertThat(last())
        .isEqualTo("INFO The simulator keeps running: other modules of this build use it.");
    assertThat(isRunning()).isTrue();
    background.stop(directory);
    assertThat(isRunning()).isFalse();
    background.stop(directory);
    assertThat(last())
        .isEqualTo("INFO Nothing to stop: this build runs no simulator in " + directory + ".");
  }

  @Test
  void goalsUseItAndDoNotEndIt() {
    SimulatorAccess access = start(false);
    SharedSimulators.SimulatorUse goal =
        simulators.lease(SimulatorOptions.in(SimulatorFixture.prepared(directory)), true);
    assertThat(goal.access()).isEqualTo(access);
    goal.end().run();
    assertThat(isRunning()).isTrue();
    background.stop(directory);
    assertThat(isRunning()).isFalse();
  }

  @Test
  void oneThatRunsAlreadyIsUsedAndLeftRunning() {
    try (AzureSimulator other =
        AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)))) {
      assertThat(start(false)).isEqualTo(other.access());
      assertThat(last())
          .isEqualTo(
              "INFO A simulator that this build did not start runs at "
                  + other.endpoint()
                  + ". It is used with its current state and speed, and keeps running after this"
                  + " build.");
      background.stop(directory);
      assertThat(last())
          .isEqualTo("INFO The simulator keeps running: this build did not start it.");
      assertThat(isRunning()).isTrue();
    }
  }

  @Test
  void whatPreventsItsStartIsSaid() {
    try (AzureSimulator other = AzureSimulator.start(SimulatorFixture::prepared)) {
      SimulatorOptions taken = SimulatorOptions.in(directory).withPort(other.access().port());
      assertThatThrownBy(() -> background.start(taken, false))
          .isInstanceOf(UserException.class)
          .hasMessageStartingWith("HN6001: The simulator cannot listen on port");
    }
    background.stop(directory);
    assertThat(last()).startsWith("INFO Nothing to stop");
  }

  @Test
  void itEndsWithTheBuild() {
    ExecutionListener before = mock(ExecutionListener.class);
    MavenExecutionRequest request = new DefaultMavenExecutionRequest().setExecutionListener(before);
    MavenSession session = mock(MavenSession.class);
    when(session.getRequest()).thenReturn(request);
    new BackgroundSimulator(session, out)
        .start(SimulatorOptions.in(SimulatorFixture.prepared(directory)), false);
    new BackgroundSimulator(session, out)
        .start(SimulatorOptions.in(SimulatorFixture.prepared(directory)), false);
    ExecutionEvent event = mock(ExecutionEvent.class);
    request.getExecutionListener().mojoFailed(event);
    verify(before).mojoFailed(event);
    assertThat(isRunning()).isTrue();
    request.getExecutionListener().sessionEnded(event);
    verify(before).sessionEnded(event);
    assertThat(isRunning()).isFalse();
    assertThat(directory.resolve("state.json")).exists();
  }
}
