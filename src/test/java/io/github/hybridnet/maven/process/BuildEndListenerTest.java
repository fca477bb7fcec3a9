package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

class BuildEndListenerTest {

  @Test
  void aBuildWithoutAListenerGetsOneThatCanBeKeptInSets() {
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    List<String> ended = new ArrayList<>();

    BuildEndListener.of(request, () -> ended.add("end"));

    ExecutionListener listener = request.getExecutionListener();
    assertThat(new HashSet<>(List.of(listener))).hasSize(1);
    listener.sessionStarted(null);
    assertThat(ended).isEmpty();
    listener.sessionEnded(null);
    assertThat(ended).containsExactly("end");
  }
}
