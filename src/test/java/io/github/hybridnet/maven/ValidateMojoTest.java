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

class ValidateMojoTest {

  @Nested
  @MojoTest
  class Defaults {
    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void ofEachParameter(ValidateMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("failOnWarning", "false"),
              entry("modernise", "false"),
              entry("parametersDirectory", "src/main/hybridnet"),
              entry("resourceGroup", "null"),
              entry("skip", "false"),
              entry("skipValidate", "false"));
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
      setUserProperty("hybridnet.failOnWarning", "true");
      setUserProperty("hybridnet.modernise", "true");
      setUserProperty("hybridnet.parametersDirectory", "elsewhere");
      setUserProperty("hybridnet.resourceGroup", "other-rg");
      setUserProperty("hybridnet.skip", "true");
      setUserProperty("hybridnet.validate.skip", "true");
    }

    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void setEachParameter(ValidateMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("failOnWarning", "true"),
              entry("modernise", "true"),
              entry("parametersDirectory", "elsewhere"),
              entry("resourceGroup", "other-rg"),
              entry("skip", "true"),
              entry("skipValidate", "true"));
    }
  }
}
