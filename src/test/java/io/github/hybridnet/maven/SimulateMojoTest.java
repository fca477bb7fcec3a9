package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimulateMojoTest {

  @Nested
  @MojoTest
  class Defaults {
    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void ofEachParameter(SimulateMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("directory", "null"),
              entry("port", "0"),
              entry("provider", "auto"),
              entry("retirements", "false"),
              entry("skip", "false"),
              entry("skipSimulate", "false"),
              entry("speed", "300"));
    }
  }

  @Nested
  @MojoTest
  class Properties {
    @Inject private MavenSession session;

    private void setUserProperty(String name, String value) {
      session.getUserProperties().setProperty(name, value);
    }

    @BeforeEach
    void set() {
      setUserProperty("hybridnet.simulator.directory", "state");
      setUserProperty("hybridnet.simulator.port", "8443");
      setUserProperty("hybridnet.simulator.provider", "manual");
      setUserProperty("hybridnet.simulator.retirements", "true");
      setUserProperty("hybridnet.skip", "true");
      setUserProperty("hybridnet.simulate.skip", "true");
      setUserProperty("hybridnet.simulator.speed", "10");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void setEachParameter(SimulateMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("directory", "state"),
              entry("port", "8443"),
              entry("provider", "manual"),
              entry("retirements", "true"),
              entry("skip", "true"),
              entry("skipSimulate", "true"),
              entry("speed", "10"));
    }
  }
}
