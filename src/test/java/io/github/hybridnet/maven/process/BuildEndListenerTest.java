package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class BuildEndListenerTest {
  /** A listener as Maven's own, that writes down what it hears. */
  private static final class Heard extends AbstractExecutionListener {
    private final List<String> heard = new ArrayList<>();
    private final List<ExecutionEvent> events = new ArrayList<>();

    @Override
    public void projectStarted(ExecutionEvent event) {
      heard.add("project started");
      events.add(event);
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
      heard.add("session ended");
      events.add(event);
    }
  }

  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final ExecutionEvent event = Mockito.mock(ExecutionEvent.class);

  @Test
  void aBuildWithoutAListenerGetsOneThatCanBeKeptInSets() {
    List<String> ended = new ArrayList<>();

    BuildEndListener.of(request, () -> ended.add("end"));

    ExecutionListener listener = request.getExecutionListener();
    assertThat(new HashSet<>(List.of(listener))).hasSize(1);
    listener.sessionStarted(null);
    assertThat(ended).isEmpty();
    listener.sessionEnded(null);
    assertThat(ended).containsExactly("end");
  }

  @Test
  void theListenerThatWasThereHearsEverythingStill() {
    Heard before = new Heard();
    request.setExecutionListener(before);

    BuildEndListener.of(request, () -> before.heard.add("our end"));

    request.getExecutionListener().projectStarted(event);
    request.getExecutionListener().sessionEnded(event);
    assertThat(before.heard).containsExactly("project started", "our end", "session ended");
    assertThat(before.events).containsExactly(event, event);
  }

  @Test
  void itsExceptionPassesAsItIs() {
    IllegalStateException failure = new IllegalStateException("the listener's own");
    request.setExecutionListener(
        new AbstractExecutionListener() {
          @Override
          public void sessionEnded(ExecutionEvent event) {
            throw failure;
          }
        });
    List<String> ended = new ArrayList<>();

    BuildEndListener.of(request, () -> ended.add("end"));

    assertThatThrownBy(() -> request.getExecutionListener().sessionEnded(event)).isSameAs(failure);
    assertThat(ended).containsExactly("end");
  }

  @Test
  void aTaskThatFailsKeepsNobodyFromHearing() {
    Heard before = new Heard();
    request.setExecutionListener(before);

    BuildEndListener.of(
        request,
        () -> {
          throw new IllegalStateException("the task's own");
        });

    request.getExecutionListener().sessionEnded(event);
    assertThat(before.heard).containsExactly("session ended");
  }

  @Test
  void eachOfTwoTasksRunsOnce() {
    List<String> ended = new ArrayList<>();

    BuildEndListener.of(request, () -> ended.add("one"));
    BuildEndListener.of(request, () -> ended.add("two"));

    request.getExecutionListener().sessionEnded(event);
    assertThat(ended).containsExactlyInAnyOrder("one", "two");
  }
}
