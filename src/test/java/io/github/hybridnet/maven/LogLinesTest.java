package io.github.hybridnet.maven;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private final Log log = mock(Log.class);

  @Test
  void modulesThatAreBuiltAtOnceSayWhoSpeaks() {
    LogLines lines = new LogLines(log, "north: ");
    lines.info("virtual network vnet: creating");
    lines.warn("careful");
    lines.error("oh");
    verify(log).info("north: virtual network vnet: creating");
    verify(log).warn("north: careful");
    verify(log).error("north: oh");
  }

  @Test
  void oneModuleNeedsNoName() {
    new LogLines(log, "").info("virtual network vnet: creating");
    verify(log).info("virtual network vnet: creating");
  }
}
