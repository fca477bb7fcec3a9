package io.github.hybridnet.maven;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class MavenLogWriterTest {
  private final Log log = mock(Log.class);

  @Test
  void modulesThatAreBuiltAtOnceSayWhoSpeaks() {
    MavenLogWriter lines = new MavenLogWriter(log, "north: ");
    lines.info("virtual network vnet: creating");
    lines.warn("careful");
    lines.error("oh");
    verify(log).info("north: virtual network vnet: creating");
    verify(log).warn("north: careful");
    verify(log).error("north: oh");
  }

  @Test
  void oneModuleNeedsNoName() {
    new MavenLogWriter(log, "").info("virtual network vnet: creating");
    verify(log).info("virtual network vnet: creating");
  }
}
