package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

/** A result that an earlier build left is told from one of this build. */
class DrillRunRegistryTest {
  private static final Path RESULTS = Path.of("target/hybridnet/failover");

  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

  private DrillRunRegistry drills(MavenExecutionRequest of) {
    MavenSession session = mock(MavenSession.class);
    when(session.getRequest()).thenReturn(of);
    return new DrillRunRegistry(session);
  }

  @Test
  void aDrillIsRememberedByItsDirectoryAndItsBuild() {
    assertThat(drills(request).has(RESULTS)).isFalse();
    drills(request).begin(RESULTS.resolve("../failover"));
    assertThat(drills(request).has(RESULTS.toAbsolutePath())).isTrue();
    assertThat(drills(request).has(Path.of("target/other/failover"))).isFalse();
    assertThat(drills(new DefaultMavenExecutionRequest()).has(RESULTS)).isFalse();
  }
}
